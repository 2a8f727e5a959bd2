/**
 * What several applications have in common that a person should see: one budget or estimate handed in twice, companies
 * behind one telephone, words that were copied, prices far from what others pay. Nothing here is proof of anything.
 */
import { bareName, isSameCompany } from "../documents/match/likeness";
import { figure } from "../text/figure";
import { compact, fold } from "../text/fold";
import { hash, NearlySame } from "./alike";
import type { Examined, ExaminedDocument, ExaminedLine } from "./examined";
import { Repeated } from "./repeated";

const SHARED_KINDS = [
  "same-budget", // one budget under several names: the file, or every line of it
  "same-estimate", // one estimate, or one file, in several applications
  "same-vendor-text", // one vendor offers the same words to several
  "shared-phone", // different companies, one telephone number
  "shared-account", // different companies, one bank account
  "shared-person", // different companies, one person with a rare name
  "same-texts", // several items in nearly the same words
  "unit-price", // far from what others pay for the same
] as const;
export type SharedKind = (typeof SHARED_KINDS)[number];

interface SharedPlace {
  readonly application: string;
  readonly file: string | null;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly text: string;
}

export interface Shared {
  readonly kind: SharedKind;
  /** What they have in common: a number, a name, a telephone number, an item. */
  readonly subject: string;
  /** Of a price: that of the middle, yen; else "". */
  readonly detail: string;
  readonly places: readonly SharedPlace[];
}

/** As much of an estimate as is compared. */
export type ComparedDocument = Pick<
  ExaminedDocument,
  | "file"
  | "page"
  | "row"
  | "digest"
  | "kind"
  | "number"
  | "issuer"
  | "net"
  | "gross"
  | "phones"
  | "accounts"
  | "persons"
>;

/** As much of an application as is compared. */
export type ComparedBudget = Pick<Examined, "budget" | "budgetDigest" | "applicant">;

/** As much of a line of the budget as is compared. */
export type ComparedLine = Pick<
  ExaminedLine,
  "sheet" | "row" | "description" | "specification" | "unitPrice" | "unit" | "amount" | "vendor"
>;

/** A budget, and its lines in as little as tells whether they are those of another. */
interface Budget extends SharedPlace {
  readonly digest: string | null;
  lines: number;
  yen: number;
  signature: number;
}

interface Paper extends SharedPlace {
  readonly issuer: string;
}

/** A line, in as little as can be: of thousands of applications every one is kept. */
interface Item {
  readonly application: string;
  readonly sheet: string;
  readonly row: number;
  readonly text: string;
  readonly vendor: string;
  readonly yen: number | null;
}

interface Price {
  readonly item: Omit<Item, "vendor">;
  readonly yen: number;
}

interface Key {
  /** Unlike any of another sort. */
  readonly key: string;
  readonly map: Map<string, Paper[]>;
  readonly value: string;
}

const CONTACTS = ["phones", "accounts", "persons"] as const;

/**
 * Takes one estimate and line after the other, application by application, and keeps of each only what is compared. Of
 * estimates that were all foreseen, only those that have something in common with another are kept at all.
 */
export class Across {
  private readonly budgets = new Map<string, Budget>();
  private readonly files = new Map<string, Paper[]>();
  private readonly numbers = new Map<string, Paper[]>();
  private readonly contacts: Readonly<Record<(typeof CONTACTS)[number], Map<string, Paper[]>>> = {
    phones: new Map(),
    accounts: new Map(),
    persons: new Map(),
  };
  /** The companies that a person was named for. */
  private readonly companies = new Map<string, string[]>();
  private readonly items: Item[] = [];
  private readonly texts = new NearlySame();
  private readonly prices = new Map<string, Price[]>();
  private repeated: Repeated | null = null;

  /** Before the lines of the application. */
  addBudget(application: string, { budget, budgetDigest, applicant }: ComparedBudget): void {
    const place = { application, file: budget, sheet: null, row: null, text: applicant ?? "" };
    this.budgets.set(application, { ...place, digest: budgetDigest, lines: 0, yen: 0, signature: 0 });
  }

  /** Before the first `addDocument`, or not at all: every estimate that will be added. */
  foreseeDocument(document: ComparedDocument): void {
    this.repeated ??= new Repeated();
    for (const { key } of this.keysOf(document)) this.repeated.add(key);
  }

  addDocument(application: string, document: ComparedDocument): void {
    const { file, row, issuer, number } = document;
    const paper: Paper = {
      application,
      file,
      sheet: null,
      row,
      text: [issuer, number, yenText(document.gross ?? document.net)].filter((part) => part !== null).join(" "),
      issuer: issuer ?? "",
    };
    for (const { key, map, value } of this.keysOf(document))
      if (this.repeated?.has(key) !== false) push(map, value, paper);
    if (issuer === null) return;
    for (const person of document.persons) {
      const known = this.companies.get(person);
      const company = bareName(issuer);
      if (known === undefined) this.companies.set(person, [company]);
      else if (!known.includes(company)) known.push(company);
    }
  }

  /** What an estimate may have in common with others, and where that is kept. */
  private keysOf({ page, row, issuer, number, digest, kind, ...contacts }: ComparedDocument): Key[] {
    const keys: Key[] = [];
    const key = (sort: string, map: Map<string, Paper[]>, value: string): void => {
      keys.push({ key: `${sort} ${value}`, map, value });
    };
    if (digest !== "" && kind === "estimate" && page === 1 && row === null) key("file", this.files, digest);
    if (issuer === null) return keys;
    if (number !== null && /\d{3}/.test(number)) key("number", this.numbers, `${bareName(issuer)}|${compact(number)}`);
    for (const sort of CONTACTS) for (const contact of contacts[sort]) key(sort, this.contacts[sort], contact);
    return keys;
  }

  addLine(application: string, line: ComparedLine): void {
    const { sheet, row, description, specification, vendor, unitPrice, amount } = line;
    const budget = this.budgets.get(application);
    if (budget !== undefined) {
      budget.lines += 1;
      budget.yen += amount ?? 0;
      const words = [budget.signature, compact(description), compact(specification ?? ""), unitPrice, amount];
      budget.signature = hash(words.join("|"));
    }
    const text = [description, specification ?? ""].join(" ").trim();
    const item: Item = { application, sheet, row, text, vendor: vendor === null ? "" : bareName(vendor), yen: amount };
    if (wordsOf(text).length >= FEWEST_LETTERS) {
      this.items.push(item);
      this.texts.add(wordsOf(text));
    }
    const key = itemName(description);
    if (unitPrice !== null && unitPrice > 0 && amount !== null && key.length >= 3)
      push(this.prices, `${key}|${line.unit ?? ""}`, { item, yen: unitPrice });
  }

  /** In the order of the kinds, then of the subjects. */
  found(): Shared[] {
    const budgets = this.sameBudgets();
    const estimates = this.sameEstimates();
    const texts = this.sameTexts(budgets);
    return [...budgets, ...estimates, ...texts, ...this.sharedContacts(), ...this.farPrices()].sort(
      (a, b) =>
        SHARED_KINDS.indexOf(a.kind) - SHARED_KINDS.indexOf(b.kind) ||
        compare(a.subject, b.subject) ||
        compare(a.places[0]?.application ?? "", b.places[0]?.application ?? ""),
    );
  }

  /** The file itself, or a copy that was saved anew: so many lines are no accident. */
  private sameBudgets(): Shared[] {
    const [files, contents] = [new Map<string, Budget[]>(), new Map<string, Budget[]>()];
    for (const budget of this.budgets.values()) {
      const { digest, lines, yen, signature } = budget;
      if (digest !== null) push(files, digest, budget);
      if (lines >= SEVERAL) push(contents, [lines, yen, signature].join("|"), budget);
    }
    const known = new Set<string>();
    return [...files.values(), ...contents.values()].flatMap((same): Shared[] => {
      const key = same.map(({ application }) => application).join("\n");
      if (same.length < 2 || known.has(key)) return [];
      known.add(key);
      const [{ text, file } = { text: "", file: null }] = same;
      return [
        { kind: "same-budget", subject: text === "" ? (file ?? "") : text, detail: "", places: same.map(placeOf) },
      ];
    });
  }

  private sameEstimates(): Shared[] {
    const known = new Set<string>();
    return [...this.files.values(), ...this.numbers.values()].flatMap((papers): Shared[] => {
      const places = oncePerApplication(papers);
      const key = places.map(({ application, file }) => `${application}/${file ?? ""}`).join("|");
      if (places.length < 2 || known.has(key)) return [];
      known.add(key);
      return [{ kind: "same-estimate", subject: papers[0]?.text ?? "", detail: "", places: places.map(placeOf) }];
    });
  }

  private sharedContacts(): Shared[] {
    const kinds = { phones: "shared-phone", accounts: "shared-account", persons: "shared-person" } as const;
    const rare = rarityOf(this.companies);
    return CONTACTS.flatMap((sort) =>
      [...this.contacts[sort]].flatMap(([contact, papers]): Shared[] => {
        const places = papers.filter(
          (paper, at) =>
            papers.findIndex(
              (other) => other.application === paper.application && isSameCompany(other.issuer, paper.issuer) === true,
            ) === at,
        );
        const companies = new Set(places.map(({ issuer }) => bareName(issuer)));
        const applications = new Set(places.map(({ application }) => application));
        if (companies.size < 2 || applications.size < 2 || (sort === "persons" && !rare(contact))) return [];
        return [{ kind: kinds[sort], subject: contact, detail: "", places: places.map(placeOf) }];
      }),
    );
  }

  /**
   * Two applications with several items in nearly the same words; of one vendor, two are enough, or one of some length or of
   * the same price. Of one budget under two names, that is said already.
   */
  private sameTexts(budgets: readonly Shared[]): Shared[] {
    const one = budgets.map(({ places }) => new Set(places.map(({ application }) => application)));
    const pairs = new Map<string, [Item, Item][]>();
    const words = (at: number): string => wordsOf((this.items[at] as Item).text);
    for (const [first, second] of this.texts.pairs(words)) {
      const [a, b] = [this.items[first] as Item, this.items[second] as Item];
      if (a.application !== b.application) push(pairs, `${a.application}\n${b.application}`, [a, b]);
    }
    return [...pairs.values()].flatMap((alike): Shared[] => {
      const [[a, b]] = alike as [[Item, Item]];
      if (one.some((names) => names.has(a.application) && names.has(b.application))) return [];
      const lines = (side: 0 | 1): Set<string> =>
        new Set(alike.map((pair) => `${pair[side].sheet}!${String(pair[side].row)}`));
      const number = Math.min(lines(0).size, lines(1).size);
      const ofOne = alike.filter(([a, b]) => a.vendor !== "" && a.vendor === b.vendor);
      const isVendors =
        ofOne.length >= 2 ||
        ofOne.some(
          ([a, b]) => wordsOf(a.text) === wordsOf(b.text) && (wordsOf(a.text).length >= LONG || a.yen === b.yen),
        );
      if (number < SEVERAL && !isVendors) return [];
      const shown = number >= SEVERAL ? alike : ofOne;
      return [
        {
          kind: number >= SEVERAL ? "same-texts" : "same-vendor-text",
          subject: shown[0]?.[0].text ?? "",
          detail: "",
          places: [...new Set(shown.flat())].map(placeOfLine).sort((a, b) => compare(a.application, b.application)),
        },
      ];
    });
  }

  private farPrices(): Shared[] {
    return [...this.prices].flatMap(([key, all]) => {
      const applications = new Set(all.map(({ item }) => item.application));
      if (applications.size < ENOUGH_PRICES) return [];
      const sorted = all.map(({ yen }) => yen).sort((a, b) => a - b);
      const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] as number;
      const [low, middle, high] = [at(0.25), at(0.5), at(0.75)];
      return all
        .filter(({ yen }) => yen > high * FAR || yen * FAR < low)
        .map((price): Shared => ({
          kind: "unit-price",
          subject: `${key.split("|")[0] ?? ""} ${String(price.yen)}`,
          detail: String(middle),
          places: [placeOfLine(price.item)],
        }));
    });
  }
}

/** What joins words is changed first by whoever does not want to be found copying: it says nothing. */
const JOINING = /および|及び|ならびに|並びに|または|又は|[とや・、,]/g;
const wordsOf = (text: string): string => compact(text).replace(JOINING, "");

/** Shorter texts say too little to be copied. */
const FEWEST_LETTERS = 10;
const LONG = 20;
const SEVERAL = 3;
const ENOUGH_PRICES = 5;
/** So many times the price of the upper quarter, or under the lower. */
const FAR = 3;

/** The thing without its model, size and brackets. */
const itemName = (description: string): string =>
  compact(fold(description).replace(/[(（[［【].*?[)）\]］】]/g, ""))
    .replace(/[a-z]*[-_]?\d[\w.,-]*/g, "")
    .replace(/[・,、。./\-_]/g, "");

/** A name whose family and given name are seldom enough that two of it are no accident. */
function rarityOf(companies: ReadonlyMap<string, readonly string[]>): (name: string) => boolean {
  const [families, givens] = [new Map<string, number>(), new Map<string, number>()];
  let all = 0;
  for (const [name, { length: number }] of companies) {
    all += number;
    families.set(name.slice(0, 2), (families.get(name.slice(0, 2)) ?? 0) + number);
    givens.set(name.slice(2), (givens.get(name.slice(2)) ?? 0) + number);
  }
  return (name) => {
    const own = companies.get(name)?.length ?? 0;
    const [family, given] = [(families.get(name.slice(0, 2)) ?? 0) - own, (givens.get(name.slice(2)) ?? 0) - own];
    return (family * given) / Math.max(1, all) < 0.1;
  };
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

function oncePerApplication<P extends SharedPlace>(places: readonly P[]): P[] {
  return places.filter((place, at) => places.findIndex(({ application }) => application === place.application) === at);
}

const placeOfLine = ({ application, sheet, row, text }: Omit<Item, "vendor">): SharedPlace => ({
  application,
  file: null,
  sheet,
  row,
  text,
});

const placeOf = ({ application, file, sheet, row, text }: SharedPlace): SharedPlace => ({
  application,
  file,
  sheet,
  row,
  text,
});

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const yenText = (yen: number | null): string | null => (yen === null ? null : `¥${figure(yen)}`);
