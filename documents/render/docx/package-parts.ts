import { packFile } from '../zip.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Media types by the file name's end, as the content types name them. */
export const pictureEnds = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/bmp': 'bmp',
  'image/gif': 'gif',
} as const;

const override = (name: string, kind: string) =>
  `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`;

/** A part beside the fixed ones, by its name without the end. */
export interface ExtraPart {
  readonly name: string;
  readonly kind: 'footer' | 'header';
}

const contentTypes = (extra: readonly ExtraPart[]) =>
  `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  Object.entries(pictureEnds)
    .map(([type, end]) => `<Default Extension="${end}" ContentType="${type}"/>`)
    .join('') +
  override('document', 'document.main') +
  ['styles', 'settings', 'fontTable'].map((part) => override(part, part)).join('') +
  extra.map(({ name, kind }) => override(name, kind)).join('') +
  '</Types>';

/** The part of content types of a document with these parts beside the fixed ones. */
export const contentTypesWith = (extra: readonly ExtraPart[]) =>
  packFile('[Content_Types].xml', contentTypes(extra));

const rootRelations =
  `${declaration}<Relationships xmlns="${relations}">` +
  `<Relationship Id="rId1" Type="${officeRelations}/officeDocument" Target="word/document.xml"/></Relationships>`;

/**
 * 宋体 for every script. Word is told to add no space between Chinese and Latin text and to use no line grid, so that its
 * lines are as long and as high as the layout reckoned.
 */
const styles =
  `${declaration}<w:styles xmlns:w="${word}"><w:docDefaults>` +
  '<w:rPrDefault><w:rPr><w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体" w:cs="宋体"/><w:kern w:val="0"/>' +
  '<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>' +
  '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr></w:pPrDefault></w:docDefaults>' +
  '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:qFormat/>' +
  '<w:pPr><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/></w:pPr>' +
  '</w:style><w:style w:type="table" w:default="1" w:styleId="a1"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>' +
  '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>' +
  '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>';

const settings =
  `${declaration}<w:settings xmlns:w="${word}"><w:defaultTabStop w:val="420"/>` +
  '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>' +
  '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>' +
  '</w:compat></w:settings>';

/** What kind of font 宋体 is, for programs on machines that lack it. */
const fontTable =
  `${declaration}<w:fonts xmlns:w="${word}"><w:font w:name="宋体"><w:altName w:val="SimSun"/>` +
  '<w:panose1 w:val="02010600030101010101"/><w:charset w:val="86"/><w:family w:val="roman"/><w:pitch w:val="fixed"/>' +
  '</w:font></w:fonts>';

/** The parts that are the same in every file, beside the content types. */
export const fixedParts = [
  packFile('_rels/.rels', rootRelations),
  packFile('word/styles.xml', styles),
  packFile('word/settings.xml', settings),
  packFile('word/fontTable.xml', fontTable),
];

/** The name of the photo's relation. */
export const photoRelation = 'rId9';

/** The relations of the document: what it always needs, and those that are given. */
export function documentRelations(
  more: readonly { relation: string; kind: string; target: string }[],
): string {
  const fixed = ['styles', 'settings', 'fontTable'].map((kind, index) => ({
    relation: `rId${index + 1}`,
    kind,
    target: `${kind}.xml`,
  }));
  const items = [...fixed, ...more].map(
    ({ relation, kind, target }) =>
      `<Relationship Id="${relation}" Type="${officeRelations}/${kind}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${relations}">${items.join('')}</Relationships>`;
}

/** The document part around its body. */
export function documentPart(body: string): string {
  return (
    `${declaration}<w:document xmlns:w="${word}" xmlns:r="${officeRelations}" ` +
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
    `xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>${body}</w:body></w:document>`
  );
}
