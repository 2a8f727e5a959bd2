/** As much as the bench asks of what it measures Kenzan beside; installed by `npm run bench` alone. */
declare module "exceljs" {
  interface Workbook {
    getWorksheet(name: string): { getCell(cell: string): { value: string } };
    readonly xlsx: { load(bytes: ArrayBuffer): Promise<Workbook>; writeBuffer(): Promise<ArrayBuffer> };
  }
  const library: { readonly Workbook: new () => Workbook };
  export default library;
}
