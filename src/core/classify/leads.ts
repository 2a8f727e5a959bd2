/** Letters that matches of a pattern hold: where none of them stands, the pattern need not be tried. */

/** Stands for any letter. */
export const ANY = "\uffff";
/** A class of letters beyond this size is taken for any letter. */
const MOST_LETTERS = 100;

/** One or two letters that a match of the pattern can begin with; what stands only around a match is left out. */
export function leadsOf(source: string): ReadonlySet<string> {
  const reader = new LeadReader(source);
  return reader.alternatives();
}

/**
 * One or two letters of which every match holds some: those that it begins with, but where that may be any letter or a
 * figure, which stand everywhere, what comes next ("回払" of \d+回払い).
 */
export function signsOf(source: string): ReadonlySet<string> {
  const reader = new LeadReader(source, true);
  return reader.alternatives();
}

type Leads = ReadonlySet<string>;
const NOTHING: Leads = new Set([""]);

/** All of `before` followed by `after`, two letters at most. */
function followedBy(before: Leads, after: Leads): Leads {
  const found = new Set<string>();
  for (const lead of before) {
    if (lead.length >= 2) found.add(lead);
    else for (const next of after) found.add((lead + next).slice(0, 2));
  }
  return found;
}

/** Whether hardly a text is without: any letter will do, or a figure. */
function isEverywhere(leads: Leads): boolean {
  for (const [first = ANY] of leads) if (first === ANY || (first >= "0" && first <= "9")) return true;
  return false;
}

function isFull(leads: Leads): boolean {
  for (const lead of leads) if (lead.length < 2) return false;
  return true;
}

/** Two letters that stand for themselves, as most alternatives begin. */
const PLAIN = /[^\\^$.|?*+()[\]{}]{2}(?![?*+{])/y;
/** What holds neither alternatives nor groups. */
const FLAT = /(?:[^\\()|[]|\\[^]|\[(?:[^\]\\]|\\[^])*\])+/y;

/** Reads the part of the pattern language that phrases are written in. */
class LeadReader {
  private at = 0;

  /** @param within where a match begins with what stands everywhere, what it holds behind that is read instead */
  constructor(
    private readonly source: string,
    private within = false,
  ) {}

  alternatives(): Leads {
    const found = new Set<string>();
    do for (const lead of this.sequence()) found.add(lead);
    while (this.take("|"));
    return found;
  }

  private sequence(): Leads {
    const begun = this.at;
    const leads = this.beginning();
    if (!this.within || !isEverywhere(leads)) return leads;
    const end = this.at;
    let better = leads;
    for (this.at = begun; this.at < end && isEverywhere(better);) {
      const from = this.at;
      better = this.withinGroup() ?? better;
      this.at = from;
      this.quantified();
      const next = this.at;
      if (next < end && isEverywhere(better)) better = this.beginning();
      this.at = next;
    }
    this.at = end;
    return isEverywhere(better) ? leads : better;
  }

  /** Of a group that no match is without, what its alternatives hold. */
  private withinGroup(): Leads | null {
    if (!this.take("(?:")) return null;
    const leads = this.alternatives();
    this.take(")");
    return "?*{".includes(this.source[this.at] ?? "|") ? null : leads;
  }

  /** What a sequence begins with; goes to its end. */
  private beginning(): Leads {
    if (this.passes(PLAIN)) {
      const lead = this.source.slice(this.at - 2, this.at);
      this.skipSequence();
      return new Set([lead]);
    }
    let leads = NOTHING;
    while (this.at < this.source.length && !"|)".includes(this.source[this.at] as string)) {
      leads = followedBy(leads, this.quantified());
      if (isFull(leads)) this.skipSequence();
    }
    return leads;
  }

  /** To the end of the sequence: what follows two letters leads nothing. */
  private skipSequence(): void {
    const { source } = this;
    for (let open = 0; this.at < source.length; this.at++) {
      if (this.passes(FLAT) && this.at === source.length) return;
      const letter = source[this.at];
      if (letter === "(") open++;
      else if (open === 0) return;
      else if (letter === ")") open--;
    }
  }

  /** Goes beyond what a pattern finds here. */
  private passes(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.source)) return false;
    this.at = pattern.lastIndex;
    return true;
  }

  private quantified(): Leads {
    const one = this.atom();
    const isCounted = this.source[this.at] === "{";
    const counted = isCounted ? /^\{(\d+)(?:,\d*)?\}/.exec(this.source.slice(this.at)) : null;
    if (counted !== null) this.at += counted[0].length;
    const optional = counted !== null ? counted[1] === "0" : "?*".includes(this.source[this.at] ?? "|");
    const repeated = counted !== null || "*+".includes(this.source[this.at] ?? "|");
    if (counted === null && (optional || repeated)) this.at++;
    this.take("?");
    const leads = repeated ? new Set([...one, ...followedBy(one, one)]) : one;
    return optional ? new Set([...leads, ""]) : leads;
  }

  private atom(): Leads {
    if (this.take("^") || this.take("$")) return NOTHING;
    if (this.take("(?:")) return this.group();
    if (this.take("(?!") || this.take("(?=") || this.take("(?<!") || this.take("(?<=")) {
      this.group();
      return NOTHING;
    }
    if (this.take("(")) return this.group();
    if (this.take("[")) return this.letters();
    if (this.take(".")) return new Set([ANY]);
    if (this.take("\\")) return new Set(this.escaped());
    return new Set([this.source[this.at++] as string]);
  }

  /** What stands before a group is followed by what the group begins with, nothing else. */
  private group(): Leads {
    const { within } = this;
    this.within = false;
    const leads = this.alternatives();
    this.within = within;
    if (!this.take(")")) throw new SyntaxError(`Group without end: ${this.source}`);
    return leads;
  }

  private escaped(): readonly string[] {
    const letter = this.source[this.at++] as string;
    if (letter === "d") return [..."0123456789"];
    if (letter === "n") return ["\n"];
    return /[a-zA-Z]/.test(letter) ? [ANY] : [letter];
  }

  private letters(): Leads {
    const negated = this.take("^");
    const found = new Set<string>();
    while (!this.take("]")) {
      if (this.at >= this.source.length) throw new SyntaxError(`Letters without end: ${this.source}`);
      const from = this.take("\\") ? this.escaped() : [this.source[this.at++] as string];
      const isRange = this.source[this.at] === "-" && this.source[this.at + 1] !== "]";
      if (!isRange) for (const letter of from) found.add(letter);
      else {
        this.at++;
        const [first, last] = [from[0] as string, this.source[this.at++] as string].map((end) => end.charCodeAt(0));
        for (let code = first as number; code <= (last as number); code++) found.add(String.fromCharCode(code));
      }
    }
    return negated || found.has(ANY) || found.size > MOST_LETTERS ? new Set([ANY]) : found;
  }

  private take(text: string): boolean {
    if (!this.source.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }
}
