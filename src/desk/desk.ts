/** What the pages of the desk are made from. */
import type { Lang } from "../cli/words";
import type { Ledger } from "./ledger/ledger";
import type { PageScripts } from "./pages";

export interface Desk {
  readonly ledger: Ledger;
  readonly out: string;
  readonly lang: Lang;
  /** The one-page workbench; null where it was not built. */
  readonly workbench: string | null;
  readonly scripts: PageScripts;
}
