/**
 * The header that makes a browser save an answer under a name. Chinese names travel by RFC 5987; the plain name beside
 * it is for old programs and has `_` for what it cannot say.
 */
export function contentDisposition(fileName: string): string {
  // Path separators and control characters would be cut or refused by browsers, each in its own way.
  const clean = fileName.replace(/[/\\\u0000-\u001f\u007f]/g, '_').toWellFormed();
  const plain = clean.replace(/[^ -~]/gu, '_').replace(/["%]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeRfc5987(clean)}`;
}

function encodeRfc5987(text: string): string {
  return encodeURIComponent(text).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
