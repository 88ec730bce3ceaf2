/** A unit as the index needs it. */
export interface IndexedUnit {
  readonly id: string;
  /** The formal name (B0101). */
  readonly name: string;
  /** 区财政局 (B0104) */
  readonly shortName: string;
  /** The name of the unit above; an internal office (预算科) is only known together with it. */
  readonly parentName?: string;
  /** 法人单位标识 (B0194): 1 法人, 2 内设, 3 分组. A group is no unit to hold a post in. Without it the name must tell. */
  readonly kind?: string | null;
  /** The names that it no longer bears. */
  readonly formerNames?: readonly string[] | undefined;
  readonly abolished?: boolean | undefined;
}

export interface UnitSpellings {
  /** The names themselves. */
  readonly own: readonly string[];
  /** What people write instead; a unit that bears such a spelling as its own name goes first. */
  readonly others: readonly string[];
}

/** The places that the names of the units begin with: 样板 for 样板区财政局 and 区财政局, 样板市. */
export interface Places {
  readonly stems: readonly string[];
  readonly cities: readonly string[];
}

const PLACE_SHORT = /^[区县市旗]/u;
const CITY = /^([^市区县省]{2,5}市)(?=.{2,})/u;
const INNER = /^[^省市区县旗镇乡]{0,10}(?:科|股|室|处|组|队|所|站|办|部|庭|中心)$/u;

export function placesOf(units: readonly IndexedUnit[]): Places {
  const stems = new Set<string>();
  const cities = new Set<string>();
  for (const unit of units) {
    const stem = ownStem(unit);
    if (stem) stems.add(stem);
    const city = CITY.exec(plainName(unit.name))?.[1];
    if (city) cities.add(city);
  }
  return { stems: [...stems], cities: [...cities] };
}

/** Is it an office that several units have alike, so that its bare name says nothing? */
export function isInnerOffice(unit: IndexedUnit): boolean {
  return (
    unit.kind === '2' || (!unit.kind && Boolean(unit.parentName) && INNER.test(unit.name.replace('市场', '')))
  );
}

/** All spellings of a unit; `parents` are the own spellings of the unit above. */
export function spellingsOf(unit: IndexedUnit, places: Places, parents: readonly string[]): UnitSpellings {
  const name = plainName(unit.name);
  const short = unit.shortName === '' ? name : unit.shortName;
  const stem = ownStem(unit) ?? (places.stems.length === 1 ? places.stems[0] : undefined);
  const own = new Set<string>();
  if (isInnerOffice(unit)) {
    for (const parent of parents) own.add(name.startsWith(parent) ? name : parent + name);
  } else {
    for (const each of [unit.name, name, short]) own.add(each);
    if (stem !== undefined && PLACE_SHORT.test(short)) own.add(stem + short);
    if (stem !== undefined && !PLACE_SHORT.test(short) && !short.startsWith(stem)) {
      own.add(`${stem}区${short}`);
      own.add(stem + short);
    }
    const [city] = places.cities;
    if (city !== undefined && places.cities.length === 1) {
      const inDistrict = Array.from(own).filter((each) => stem !== undefined && each.startsWith(stem));
      for (const each of inDistrict) own.add(city + each);
    }
  }
  own.delete('');
  const others = new Set([...own].flatMap(variantsOf));
  return { own: [...own], others: [...others].filter((each) => !own.has(each)) };
}

/** The spellings of the names of the past; `parents` are the own spellings of the unit above. */
export function formerSpellings(unit: IndexedUnit, places: Places, parents: readonly string[]): string[] {
  const stem = ownStem(unit) ?? (places.stems.length === 1 ? places.stems[0] : undefined) ?? '';
  return (unit.formerNames ?? []).flatMap((name) => {
    const plain = plainName(name);
    const shortName = stem !== '' && plain.startsWith(stem) ? plain.slice(stem.length) : '';
    const { own, others } = spellingsOf({ ...unit, name, shortName }, places, parents);
    return [...own, ...others];
  });
}

function plainName(name: string): string {
  return name.replace(/^(?:中国共产党|中共)/u, '');
}

/** 样板, from 样板区财政局 and 区财政局. */
function ownStem(unit: IndexedUnit): string | undefined {
  const name = plainName(unit.name);
  const fits = PLACE_SHORT.test(unit.shortName) && name.endsWith(unit.shortName);
  const stem = fits ? name.slice(0, -unit.shortName.length) : '';
  return stem.length >= 1 && stem.length <= 8 ? stem : undefined;
}

/** Pairs of words that mean the same in a unit's name. */
const pairs: readonly (readonly [RegExp, string])[] = [
  [/人民政府/u, '政府'],
  [/(?<!人民)政府/u, '人民政府'],
  [/政府办公室/u, '政府办'],
  [/^((?:.*[^办])?[区县市])政府办公室$/u, '$1人民政府办公室'],
  [/([区县市旗])委员会$/u, '$1委'],
  [/街道$/u, '街道办事处'],
  [/街道(?!办)/u, '街道办事处'],
  [/街道办事处$/u, '街道'],
  [/([镇乡])$/u, '$1人民政府'],
  [/([镇乡])$/u, '$1政府'],
  [/([镇乡])人民政府$/u, '$1'],
  [/人大常委会$/u, '人大'],
  [/人大常委会$/u, '人民代表大会常务委员会'],
  [/人大$/u, '人大常委会'],
  [/纪委监委$/u, '纪委'],
  [/纪委监委$/u, '监委'],
  [/纪委监委$/u, '纪律检查委员会'],
  [/纪委监委$/u, '监察委员会'],
  [/政法委员会$/u, '政法委'],
  [/政法委$/u, '政法委员会'],
  [/人民(法院|检察院)$/u, '$1'],
  [/([区县市旗])(法院|检察院)$/u, '$1人民$2'],
  [/统战部$/u, '统一战线工作部'],
  [/机构编制委员会办公室$/u, '编办'],
  [/巡察工作领导小组办公室$/u, '巡察办'],
  [/发展和改革(局|委员会)$/u, '发改$1'],
  [/人力资源和社会保障局$/u, '人社局'],
  [/住房和城乡建设局$/u, '住建局'],
  [/[（(][^（）()]*[）)]$/u, ''],
];

function variantsOf(spelling: string): string[] {
  return pairs.flatMap(([pattern, other]) => {
    const variant = spelling.replace(pattern, other);
    return variant === spelling || variant.length < 2 ? [] : [variant];
  });
}
