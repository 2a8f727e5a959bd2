/** The page's workbook where the desk serves it: decisions are kept in the ledger, not in the applicant's workbook. */
import { NOTHING_SAVED, type Saved } from "../../core/decisions/saved";
import type { Book } from "../host/book";
import type { Language } from "../../taskpane/host";
import { BookHost } from "./bookHost";
import type { DeskLink } from "./desk";

export class DeskHost extends BookHost {
  /** The desk's ledger holds no others. */
  override readonly ownsDecisions = true;
  override readonly decider: string;

  constructor(
    book: Book,
    language: Language,
    private readonly desk: DeskLink,
  ) {
    super(book, language);
    this.decider = desk.decider;
  }

  override async loadDecisions(): Promise<Saved> {
    // What cannot be read of the applicant's is no reason to forget the desk's.
    return this.desk.decisionsOver(await super.loadDecisions().catch(() => NOTHING_SAVED));
  }

  override saveDecisions(saved: Saved): Promise<void> {
    return this.desk.save(saved);
  }
}
