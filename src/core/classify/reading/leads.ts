/** Letters that matches of a pattern hold: where none of them stands, the pattern need not be tried. */

/** Stands for any letter. */
export const ANY = "\uffff";
/** A class of letters beyond this size is taken for any letter. */
const MOST_LETTERS = 100;

type Letters = ReadonlySet<string>;
const NOTHING: Letters = new Set([""]);
const WHATEVER: Letters = new Set([ANY]);

/** Of a part of a pattern. */
interface Part {
  /** One or two letters that it can begin with; "" where it can be empty. What stands only around a match is left out. */
  readonly leads: Letters;
  /** One or two letters of which every match holds some, as a rule its leads. */
  readonly signs: Letters;
}

/**
 * One or two letters of which every match holds some: those that it begins with, but where that may be any letter or a
 * figure, which stand everywhere, what comes next ("回払" of \d+回払い).
 */
export const signsOf = (source: string): Letters => new PatternReader(source).alternatives().signs;

/** All of `before` followed by `after`, two letters at most. */
function followedBy(before: Letters, after: Letters): Letters {
  const found = new Set<string>();
  for (const lead of before) {
    if (lead.length >= 2) found.add(lead);
    else for (const next of after) found.add((lead + next).slice(0, 2));
  }
  return found;
}

/** What parts one after the other begin with. */
function leadsFrom(first: number, parts: readonly Part[]): Letters {
  let leads = NOTHING;
  for (let i = first; i < parts.length && [...leads].some(({ length }) => length < 2); i++)
    leads = followedBy(leads, (parts[i] as Part).leads);
  return leads;
}

/** Whether hardly a text is without: any letter will do, or a figure. */
const isEverywhere = (letters: Letters): boolean =>
  [...letters].some(([first = ANY]) => first === ANY || (first >= "0" && first <= "9"));

/** Reads the part of the pattern language that phrases are written in. */
class PatternReader {
  private at = 0;

  constructor(private readonly source: string) {}

  alternatives(): Part {
    const leads = new Set<string>();
    const signs = new Set<string>();
    do {
      const one = this.sequence();
      for (const lead of one.leads) leads.add(lead);
      for (const sign of one.signs) signs.add(sign);
    } while (this.take("|"));
    return { leads, signs };
  }

  private sequence(): Part {
    const parts: Part[] = [];
    while (this.at < this.source.length && !"|)".includes(this.source[this.at] as string)) parts.push(this.counted());
    const leads = leadsFrom(0, parts);
    let signs = leads;
    for (let i = 0; i < parts.length && isEverywhere(signs); i++) {
      const own = (parts[i] as Part).signs;
      signs = isEverywhere(own) ? leadsFrom(i + 1, parts) : own;
    }
    return { leads, signs: isEverywhere(signs) ? leads : signs };
  }

  private counted(): Part {
    const one = this.atom();
    const [count = "", least = ""] =
      /^(?:[?*+]|\{(\d+)(?:,\d*)?\})\??/.exec(this.source.slice(this.at, this.at + 8)) ?? [];
    this.at += count.length;
    if (count === "" || count === "?") return count === "" ? one : optional(one);
    const repeated = { ...one, leads: new Set([...one.leads, ...followedBy(one.leads, one.leads)]) };
    return count.startsWith("*") || least === "0" ? optional(repeated) : repeated;
  }

  private atom(): Part {
    if (this.take("^") || this.take("$")) return same(NOTHING);
    if (this.take("(?:")) return this.group();
    if (this.take("(?!") || this.take("(?=") || this.take("(?<!") || this.take("(?<=")) {
      this.group();
      return same(NOTHING);
    }
    if (this.take("(")) return this.group();
    if (this.take("[")) return same(this.letters());
    if (this.take(".")) return same(WHATEVER);
    if (this.take("\\")) return same(new Set(this.escaped()));
    return same(new Set([this.source[this.at++] as string]));
  }

  private group(): Part {
    const part = this.alternatives();
    if (!this.take(")")) throw new SyntaxError(`Group without end: ${this.source}`);
    return part;
  }

  private escaped(): readonly string[] {
    const letter = this.source[this.at++] as string;
    if (letter === "d") return [..."0123456789"];
    if (letter === "n") return ["\n"];
    return /[a-zA-Z]/.test(letter) ? [ANY] : [letter];
  }

  private letters(): Letters {
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
    return negated || found.has(ANY) || found.size > MOST_LETTERS ? WHATEVER : found;
  }

  private take(text: string): boolean {
    if (!this.source.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }
}

const same = (letters: Letters): Part => ({ leads: letters, signs: letters });
const optional = ({ leads }: Part): Part => ({ leads: new Set([...leads, ""]), signs: WHATEVER });
