/**
 * Where the desk serves the page: the application's estimates lie beside it, and what is decided goes into the ledger.
 * What another person decided in the meantime is told, never overwritten.
 */
import { parseSaved, serialise, type Saved } from "../../core/decisions/saved";
import type { Settings } from "../../core/judge/settings";
import { DecidedByAnother, SettingsRefused } from "../../excel/errors";
import { InTurn } from "../../excel/in-turn";
import type { GivenFile } from "../../taskpane/documents/given";

/** What the desk puts into the page. */
export interface DeskGiven {
  readonly application: string;
  /** Who decides; "" where nobody said. */
  readonly by: string;
  /** Of the review that holds; 0 for none. */
  readonly revision: number;
  /** That review, as it is kept. */
  readonly saved: string | null;
  /** Under which conditions the round was made. */
  readonly settings: Settings;
  /** Names of the estimates. */
  readonly papers: readonly string[];
}

export class DeskLink {
  private revision: number;
  private readonly turns = new InTurn();

  constructor(
    private readonly given: DeskGiven,
    private readonly ask: typeof fetch,
  ) {
    this.revision = given.revision;
  }

  get application(): string {
    return this.given.application;
  }
  get decider(): string {
    return this.given.by;
  }

  /** What the desk decided; the applicant's own decisions are shown beside it, and not obeyed. */
  decisionsOver(own: Saved): Saved {
    const { saved, settings } = this.given;
    const known = saved === null ? null : parseSaved(saved);
    return {
      revision: known?.revision ?? 0,
      settings: { ...own.settings, ...settings, ...known?.settings },
      decisions: known?.decisions ?? { corrections: [], waivers: [], columns: [] },
    };
  }

  /** One after the other, as they were made. @throws DecidedByAnother, SettingsRefused */
  save(saved: Saved): Promise<void> {
    return this.turns.run(() => this.send(serialise(saved)));
  }

  private async send(saved: string): Promise<void> {
    const { application, by } = this.given;
    const response = await this.ask("../reviews", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ application, by, saved, seen: this.revision }),
    }).catch(() => {
      throw new SettingsRefused();
    });
    if (response.status !== 200 && response.status !== 409) throw new SettingsRefused();
    const holds = (await response.json()) as { by: string; revision: number };
    if (response.status === 409) throw new DecidedByAnother(holds.by);
    this.revision = holds.revision;
  }

  /** The estimates; one that is not there any more is left out. */
  async papers(): Promise<GivenFile[]> {
    const found: GivenFile[] = [];
    for (const name of this.given.papers) {
      const address = `../paper/${encodeURIComponent(this.given.application)}/${encodeURIComponent(name)}`;
      const response = await this.ask(address).catch(() => null);
      if (response?.status === 200) found.push({ name, file: new File([await response.blob()], name) });
    }
    return found;
  }
}
