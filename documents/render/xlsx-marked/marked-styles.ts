const fill =
  '<fill><patternFill patternType="solid"><fgColor rgb="FFFFC7CE"/><bgColor indexed="64"/></patternFill></fill>';

/** The styles of a workbook with a coloured twin for each that a wrong cell has. */
export class MarkedStyles {
  readonly #xml: string | null;
  readonly #looks: readonly string[];
  readonly #twins = new Map<number, number>();
  readonly #added: string[] = [];
  readonly #fill: number;

  constructor(xml: string | null) {
    this.#xml = xml;
    const cells = /<((?:\w+:)?)cellXfs\b[^>]*>([\s\S]*?)<\/(?:\w+:)?cellXfs>/.exec(xml ?? '')?.[2] ?? '';
    this.#looks = [...cells.matchAll(/<((?:\w+:)?)xf\b[^>]*?(?:\/>|>[\s\S]*?<\/(?:\w+:)?xf>)/g)].map(
      ([xf]) => xf,
    );
    const fills = /<(?:\w+:)?fills\b[^>]*>([\s\S]*?)<\/(?:\w+:)?fills>/.exec(xml ?? '')?.[1] ?? '';
    this.#fill = [...fills.matchAll(/<(?:\w+:)?fill\b/g)].length;
  }

  /** The coloured twin of a style; the style itself where the workbook has none to add to. */
  twinOf(style: number): number {
    const look = this.#looks[style] ?? this.#looks[0];
    if (look === undefined || this.#fill === 0) return style;
    const known = this.#twins.get(style);
    if (known !== undefined) return known;
    const twin = this.#looks.length + this.#added.length;
    const bare = look.replace(/\s(?:fillId|applyFill)="[^"]*"/g, '');
    this.#added.push(bare.replace(/^(<(?:\w+:)?xf)/, `$1 fillId="${this.#fill}" applyFill="1"`));
    this.#twins.set(style, twin);
    return twin;
  }

  /** To be asked when all cells are written. */
  xml(): string {
    if (this.#xml === null || this.#added.length === 0) return this.#xml ?? '';
    const prefix = /<((?:\w+:)?)cellXfs\b/.exec(this.#xml)?.[1] ?? '';
    const ownFill = fill.replace(/<(\/?)/g, `<$1${prefix}`);
    return this.#xml
      .replace(/<\/(?:\w+:)?fills>/, (end) => ownFill + end)
      .replace(/(<(?:\w+:)?fills\b[^>]*?)\scount="\d+"/, `$1 count="${this.#fill + 1}"`)
      .replace(/<\/(?:\w+:)?cellXfs>/, (end) => this.#added.join('') + end)
      .replace(
        /(<(?:\w+:)?cellXfs\b[^>]*?)\scount="\d+"/,
        `$1 count="${this.#looks.length + this.#added.length}"`,
      );
  }
}
