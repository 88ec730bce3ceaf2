/** One row of a code table. A row whose code is null has a known label only: text is stored, the code stays empty. */
export interface CodeItem {
  readonly code: string | null;
  readonly label: string;
  /** The code of the row above. */
  readonly parent?: string;
  /** Other spellings of the label. */
  readonly aliases?: readonly string[];
  /** The long form, 中国共产党党员 for 中共党员. */
  readonly full_label?: string;
  /** The code follows from the order of the rows and was not seen in data. */
  readonly code_inferred?: boolean;
  /** A grouping row of GB/T 2260 (市辖区) that is no place. */
  readonly placeholder?: boolean;
}

/** A code table as its JSON file holds it. */
export interface CodeTableData {
  readonly standard: string;
  readonly name: string;
  readonly name_en: string;
  readonly source: string;
  /** False while not all of its codes are proven; screens say so. */
  readonly verified: boolean;
  readonly notes?: string;
  readonly items: readonly CodeItem[];
}

/** A code table (代码表) with the look-ups that records need. */
export interface CodeTable {
  /** The name by which fields refer to it, for instance ZB09. */
  readonly id: string;
  readonly standard: string;
  readonly name: string;
  /** False while not all of its codes are proven (未核实). */
  readonly verified: boolean;
  readonly notes: string;
  readonly items: readonly CodeItem[];
  byCode(code: string): CodeItem | undefined;
  /**
   * The row of a label: exact, else without blanks and with either kind of brackets, else by alias or long form.
   * Undefined when there is none, and when several rows bear it (河南濮阳 is a city and a county).
   */
  byLabel(label: string): CodeItem | undefined;
  /** Undefined for a code that the table does not have. */
  labelOf(code: string): string | undefined;
  /** Is `code` the row `ancestor` or one below it? */
  isWithin(code: string, ancestor: string): boolean;
  /** The labels from the top down to the code; empty for an unknown code. */
  pathOf(code: string): string[];
  /** The rows directly below a code; with null those at the top, label-only rows included. */
  children(code: string | null): readonly CodeItem[];
}

/** Builds the look-ups. Throws on a code given twice, an unknown parent and a cycle: such a table is a mistake. */
export function createCodeTable(id: string, data: CodeTableData): CodeTable {
  const items = data.items.map((item) => ({ ...item, label: item.label.trim() }));
  const codes = new Map<string, CodeItem>();
  for (const item of items) {
    if (item.code === null) continue;
    if (codes.has(item.code)) throw new Error(`code table ${id} has the code ${item.code} twice`);
    codes.set(item.code, item);
  }
  const below = Map.groupBy<string | null, CodeItem>(items, (item) => item.parent ?? null);
  for (const parent of below.keys()) {
    if (parent !== null && !codes.has(parent)) throw new Error(`code table ${id} has no parent ${parent}`);
  }
  /** The row and those above it, from below. */
  const upwards = (code: string): CodeItem[] => {
    const line: CodeItem[] = [];
    for (let item = codes.get(code); item; item = codes.get(item.parent ?? '')) {
      if (line.includes(item)) throw new Error(`code table ${id} has a cycle at ${code}`);
      line.push(item);
    }
    return line;
  };
  for (const code of codes.keys()) upwards(code);

  const labels = groupLabels(items, (item) => [item.label]);
  const folded = groupLabels(items, (item) => [foldLabel(item.label)]);
  const others = groupLabels(items, (item) =>
    [...(item.aliases ?? []), ...(item.full_label ? [item.full_label] : [])].map(foldLabel),
  );
  return {
    id,
    standard: data.standard,
    name: data.name,
    verified: data.verified,
    notes: data.notes ?? '',
    items,
    byCode: (code) => codes.get(code),
    byLabel(label) {
      const plain = foldLabel(label);
      const rows = labels.get(label) ?? folded.get(plain) ?? others.get(plain) ?? [];
      return rows.length === 1 ? rows[0] : undefined;
    },
    labelOf: (code) => codes.get(code)?.label,
    isWithin: (code, ancestor) => upwards(code).some((item) => item.code === ancestor),
    pathOf: (code) =>
      upwards(code)
        .map((item) => item.label)
        .toReversed(),
    children: (code) => below.get(code) ?? [],
  };
}

/** A label without blanks and with full-width brackets, in which two spellings of it are equal. */
function foldLabel(label: string): string {
  return label.replace(/\s+/g, '').replaceAll('(', '（').replaceAll(')', '）');
}

function groupLabels(
  items: readonly CodeItem[],
  spellings: (item: CodeItem) => readonly string[],
): ReadonlyMap<string, readonly CodeItem[]> {
  const groups = new Map<string, CodeItem[]>();
  for (const item of items) {
    for (const spelling of new Set(spellings(item))) {
      const group = groups.get(spelling);
      if (group) group.push(item);
      else groups.set(spelling, [item]);
    }
  }
  return groups;
}
