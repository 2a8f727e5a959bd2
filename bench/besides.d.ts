/** As much as the bench asks of what it measures Kenzan beside; installed by `npm run bench` alone. */
declare module "exceljs" {
  interface Workbook {
    readonly xlsx: { load(bytes: ArrayBuffer): Promise<Workbook>; writeBuffer(): Promise<ArrayBuffer> };
  }
  const library: { readonly Workbook: new () => Workbook };
  export default library;
}

declare module "json-rules-engine" {
  export class Engine {
    constructor(rules?: readonly object[], options?: { readonly allowUndefinedFacts?: boolean });
    run(facts: object): Promise<{ readonly events: readonly { readonly type: string }[] }>;
  }
}

declare module "@gorules/zen-engine" {
  export class ZenEngine {
    createDecision(content: object): { evaluate(context: object): Promise<{ readonly result: unknown }> };
    dispose(): void;
  }
}
