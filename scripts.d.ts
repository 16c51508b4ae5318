// What the scripts count on: an element that is looked for by a template's own mark is of its kind.
interface ParentNode {
  querySelector(selectors: string): any;
  querySelectorAll(selectors: string): NodeListOf<any>;
}
interface Element {
  closest(selectors: string): any;
  /** A copy is of the same kind. */
  cloneNode(subtree?: boolean): this;
}

/** The parser of Markdown in vendor/, as far as it is used. */
declare function markdownit(preset: string, options?: object): MarkdownParser;

interface MarkdownParser {
  enable(rule: string): this;
  disable(rules: string[]): this;
  validateLink(url: string): boolean;
  parse(text: string, env: object): MarkdownToken[];
  render(text: string): string;
  renderer: { rules: Record<string, () => string> };
  core: { ruler: MarkdownRules<(state: MarkdownState) => void> };
  block: { ruler: MarkdownRules<MarkdownBlockRule> };
  inline: { ruler: MarkdownRules<(state: MarkdownState, silent: boolean) => boolean> };
}

interface MarkdownRules<Rule> {
  at(name: string, rule: Rule, options?: object): void;
  before(next: string, name: string, rule: Rule): void;
  after(last: string, name: string, rule: Rule): void;
  getRules(chain: string): Rule[];
}

type MarkdownBlockRule = (state: MarkdownState, start: number, end: number, silent: boolean) => boolean;

interface MarkdownToken {
  type: string;
  level: number;
  info: string;
  markup: string;
  content: string;
  /** The lines that it stands on, from the first to before the last. */
  map: [first: number, after: number] | null;
  children: MarkdownToken[] | null;
}

interface MarkdownState {
  src: string;
  pos: number;
  pending: string;
  line: number;
  bMarks: number[];
  eMarks: number[];
  tShift: number[];
  sCount: number[];
  blkIndent: number;
  tokens: MarkdownToken[];
  env: { refused?: Set<number> };
  isEmpty(line: number): boolean;
}

/** What happens at an element of the page. */
type ElementEvent<Kind extends Event = Event> = Kind & { target: any; currentTarget: any };

// What Python hands over by `casekatalog.put`, by name. tests/test_handed_over.py holds it against what is written.

interface HandedOver {
  menu: MenuEntry[];
  facets: FacetsHead;
  entries: SearchEntry[];
  /** The cases in the order of their titles. */
  titles: number[];
  /** The day when each case was confirmed, or nothing, with commas between. */
  confirmed: string;
  terms: TermsHead;
  words: WordList;
  setup: FormSetup;
  [shard: `terms/${number}`]: TermsShard;
  [values: `facets/${string}`]: string;
  [cards: `cards/${number}`]: HandedCard[];
  [texts: `texts/${number}`]: string[];
  [figures: `figures/${number}`]: CaseFigures[];
  [handout: `handout/${string}`]: string;
  [loaded: `case/${string}`]: LoadedCase;
}

/** What came so far; whoever asks has had its file loaded. */
interface HandedOverMap {
  get<Name extends keyof HandedOver>(name: Name): HandedOver[Name];
  has(name: string): boolean;
  set(name: string, value: unknown): this;
  delete(name: string): boolean;
  keys(): Iterator<string> & Iterable<string>;
}

/** A page of the menu, or a part of the site with its pages; as in generator/site/menu.py. */
interface MenuEntry {
  title: string;
  url?: string;
  pages?: MenuEntry[];
}

/** The parts of cases, several of which lie in a file. */
interface CaseParts {
  cards: HandedCard;
  texts: string;
  figures: CaseFigures;
}

/** Which cases and facets there are, and how the files of the index are cut; as in generator/search/index.py. */
interface FacetsHead {
  cases: number;
  /** Whether a page's address is a folder. */
  directories: boolean;
  /** How many cases one file holds of each kind. */
  sizes: Record<keyof CaseParts, number>;
  /** The values of each facet, and the years in which cases began. */
  values: Record<string, string[]>;
  /** The facets that describe the same part of a case, by that part. */
  joint: Record<string, string[]>;
  /** The facets by the names that addresses have. */
  names: Record<string, string>;
}

/** Something else than a case that the search finds. */
interface SearchEntry {
  kind: "tag" | "page" | "term";
  title: string;
  url: string;
  lead: string;
}

/** The figures of a case as the list that a reader fetches tells them. */
interface CaseFigures {
  headline: string;
  gains: string[];
  amounts: string[];
}

/** A case in short; as in generator/card.py. */
interface HandedCard {
  slug: string;
  title: string;
  summary: string;
  place: string;
  years: string;
  short: boolean;
  themes: string[];
  headline: Headline | null;
  silence: string;
  indicators: Indicator[];
}

interface Headline {
  before: string;
  after: string;
  unit: string;
  what: string;
  basis: string;
  kind: string;
}

interface Indicator {
  about: "evidence" | "gain" | "cost";
  symbol: string;
  word: string;
  told: boolean;
}

/** What the index of words begins with; as in generator/search/terms.py. */
interface TermsHead {
  cases: number;
  documents: number;
  /** The first term of each file of terms. */
  bounds: string[];
  stop: string;
  light: string;
  ending: string;
  forms: string;
  prefixes: string;
  /** The groups of a word or a row of words. */
  synonyms: Record<string, string>;
}

/** The commonest terms: front coded, a digit for how common each is, and what readers know them by. */
interface WordList {
  terms: string;
  common: string;
  shown: string;
}

/** Some of the terms, front coded, and their postings in base 64. */
interface TermsShard {
  terms: string;
  postings: string;
}

/** The content of a case's page, as catalogue/contents.js takes it from there. */
interface CaseContent {
  slug: string;
  title: string;
  /** Place and years. */
  told: string;
  address: string;
  html: string;
}

/** What the form is built from: what it asks by, checks by and says; as in generator/editing/form.py. */
interface FormSetup {
  schema: FormSchema & { $defs: Record<string, FormSchema>; required: string[]; properties: Record<string, FormSchema> };
  /** The words of each message by its code. */
  messages: Record<string, string>;
  /** What a field without a value asks for. */
  asked: Record<string, string>;
  /** The words of each piece of advice by its code. */
  advice: Record<string, string>;
  /** Parts of messages, and other words that Python says alike. */
  words: Record<string, string>;
  unstated: string;
  reading: ReadingWords;
  months: string[];
  /** What stands where something must still be written. */
  todo: string;
  /** The names of characters that nobody sees. */
  characters: Record<string, string>;
  longestSlug: number;
  devices: string[];
  longestValue: number;
  shownEnd: number;
  longestHint: number;
  /** The role of a figure that is a result. */
  result: string;
  /** The kinds of amounts that are certain. */
  firm: string[];
  /** How units of money are written, as in generator/locale.py. */
  money: { word: string; units: string[]; yearly: string };
  /** How many numbers stand at the top of a case. */
  numbers: number;
  /** Other words for the qualifiers of numbers. */
  qualifiers: Record<string, string>;
  /** Ways to say that nothing is told, as slugs. */
  silent: string[];
  near: NearLimits;
  /** Where the words of vocabularies stand. */
  tags: { path: string[]; vocabulary: string; isList: boolean }[];
  readability: Readability;
  role: string;
  page: string;
  /** What to write instead of characters that cannot be printed. */
  instead: Record<string, string>;
  /** How numbers and dates are written, as patterns. */
  notation: Record<string, string>;
  /** What is for a person to judge, as patterns by their codes. */
  findings: Record<string, string>;
  /** The findings that are personal data. */
  personal: string[];
  bareUnit: string;
  width: number;
  schemaLine: string;
  reserved: string[];
  printable: string;
  vocabulary: Record<string, Record<string, FormTerm>>;
  abbreviations: string[];
  /** The titles of all cases. */
  cases: Record<string, string>;
  /** The slugs of cases by those that they had. */
  aliases: Record<string, string>;
  facets: Record<string, FormFacet>;
}

interface ReadingWords {
  headings: Record<string, string>;
  silent: string;
  unconfirmed: string;
  unmet: string;
  otherwise: string;
  /** Of one doubt, and of many. */
  doubts: [one: string, many: string];
  answers: Record<AnswerDegree, string>;
  reasons: Record<string, string>;
}

type AnswerDegree = "known" | "partly" | "untold";

/** What is counted as near; as in generator/near.py. */
interface NearLimits {
  negations: string[];
  negating: string[];
  /** The word before the last of several. */
  and: string;
  fillers: string[];
  close: number;
  sure: number;
  few: number;
  longest: number;
  turned: number;
}

/** What advice on plain words counts by; as in generator/readability.py. */
interface Readability {
  longSentence: number;
  longWord: number;
  hard: number;
  fewest: number;
  patterns: Record<string, string>;
  telling: string[];
  naming: (string | number)[];
}

/** A word of a vocabulary. */
interface FormTerm {
  name: string;
  definition: string;
  forms?: string[];
  meaning?: string;
  driver?: string;
  barrier?: string;
  region?: string;
}

interface FormFacet {
  name: string;
  plural: string;
  vocabulary: string;
  field: string;
  /** The facet and the attribute of its terms that this one follows from, or nothing. */
  through: [facet: string, attribute: keyof FormTerm | ""];
  isGraded: boolean;
}

/** A part of the schema of a case, with our own marks; as in generator/reading/schema.py. */
interface FormSchema {
  title: string;
  $ref?: string;
  description?: string;
  type?: string;
  format?: string;
  pattern?: string;
  const?: string;
  enum?: string[];
  anyOf?: FormSchema[];
  oneOf?: { required: string[] }[];
  items?: FormSchema;
  properties?: Record<string, FormSchema>;
  required?: string[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  "x-aside"?: boolean;
  "x-cells"?: boolean;
  "x-fact"?: boolean;
  "x-markdown"?: boolean;
  "x-one-line"?: boolean;
  "x-rule"?: string;
  "x-section"?: FormSection;
  "x-unique"?: boolean;
  "x-vocabulary"?: string;
}

/** Where readers meet a field; as in generator/marks.py. */
interface FormSection {
  anchor: string;
  tone?: string;
  items?: string;
  continues?: string;
  has_help?: boolean;
  is_untitled?: boolean;
}

/** A case as the form loads it: its data, in which numbers and dates are the text of the file, and its comments. */
interface LoadedCase {
  slug: string;
  data: CaseDraft;
  notes: ListedNotes;
}

/** The comments of a file with the path of what they belong to. */
interface ListedNotes {
  before: [path: FormPath, lines: string[]][];
  inside: [path: FormPath, lines: string[]][];
  after: [path: FormPath, line: string][];
  /** What fields held before the source was said to be silent. */
  aside?: [path: FormPath, value: FormValue][];
  end: string[];
}

type FormPath = (string | number)[];

// What is typed into the form: texts, and numbers and dates as texts too. A field may say that its source is silent.

type FormValue = string | boolean | null | undefined | FormValue[] | FormGroup;
type FormGroup = { [key: string]: FormValue };
type Silent = string;

type CaseDraft = {
  title?: string;
  summary?: string;
  purpose?: string;
  organisation?: string;
  aliases?: string[];
  themes?: string[];
  form?: string;
  period?: PeriodDraft | Silent;
  financing?: FinancingDraft | Silent;
  gains?: GainDraft[] | Silent;
  drivers?: FactorDraft[] | Silent;
  barriers?: FactorDraft[] | Silent;
  advice?: string[];
  caveats?: string[];
  related?: { inspired_by?: string[]; see_also?: string[] };
  contact?: ContactDraft;
  sources?: SourceDraft[];
  confirmed?: ConfirmationDraft;
};
type PeriodDraft = {
  start?: string;
  end?: string;
  note?: string;
};
type FinancingDraft = {
  model?: string;
  text?: string;
  amounts?: FigureDraft[];
};
type GainDraft = {
  type?: string;
  evidence?: string;
  text?: string;
  figures?: FigureDraft[];
  after?: string;
};
type FactorDraft = {
  factor?: string;
  text?: string;
  remedy?: string;
};
type ContactDraft = {
  role?: string;
  organisation?: string;
  mailbox?: string;
  url?: string;
};
type ConfirmationDraft = {
  date?: string;
  by?: string;
};
type FigureDraft = {
  value?: string;
  to?: string;
  qualifier?: string;
  unit?: string;
  what?: string;
  period?: string;
  kind?: string;
  role?: string;
  before?: string;
  before_qualifier?: string;
};
type SourceDraft = {
  source?: string;
  title?: string;
  publisher?: string;
  year?: string;
  where?: string;
  url?: string;
  lines?: string;
};
/** A table of numbers; a cell of which the source tells nothing is null. */
type TableDraft = {
  title?: string;
  unit?: string;
  columns?: string[];
  rows?: (string | null)[][];
  note?: string;
};
