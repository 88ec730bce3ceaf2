/** Characters that XML does not allow at all (halves of pairs among them); a value that holds one has no meaning for it. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
const special = /[&<>"]/g;
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as content of an element or an attribute, without what XML forbids. */
export function escapeXml(text: string): string {
  return withoutForbidden(text).replaceAll(special, (sign) => escapes[sign] ?? sign);
}

export function withoutForbidden(text: string): string {
  return text.replaceAll(forbidden, '');
}
