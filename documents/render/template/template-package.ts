import { crc32 } from 'node:zlib';
import yauzl, { type ZipFile } from 'yauzl';
import { RenderProblem } from '../render-problem.ts';
import { packFile, zip } from '../zip.ts';

const fileLimit = 20 * 1024 * 1024;
const entryLimit = 2_000;
/** All parts together, unpacked. */
const contentLimit = 100 * 1024 * 1024;

/** The parts of a template. Those that are not set anew go into the result with the bytes that they had. */
export class TemplatePackage {
  readonly #parts: Map<string, Uint8Array>;

  private constructor(parts: Map<string, Uint8Array>) {
    this.#parts = parts;
  }

  static async open(bytes: Uint8Array): Promise<TemplatePackage> {
    if (bytes.length > fileLimit) throw tooLarge();
    let archive: ZipFile | null = null;
    try {
      const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
      archive = await yauzl.fromBufferPromise(buffer, { lazyEntries: true, autoClose: false });
      return new TemplatePackage(await readParts(archive));
    } catch (error) {
      if (error instanceof RenderProblem) throw error;
      throw damaged();
    } finally {
      archive?.close();
    }
  }

  has(name: string): boolean {
    return this.#parts.has(name);
  }

  /** The text of a part, without a mark of the byte order; null where there is none. */
  text(name: string): string | null {
    const bytes = this.#parts.get(name);
    if (!bytes) return null;
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      throw damaged();
    }
  }

  set(name: string, content: string | Uint8Array): void {
    this.#parts.set(name, typeof content === 'string' ? Buffer.from(content) : content);
  }

  pack(): Uint8Array {
    const packed = /\.(png|jpe?g|gif)$/i;
    return zip([...this.#parts].map(([name, bytes]) => packFile(name, bytes, !packed.test(name))));
  }
}

async function readParts(archive: ZipFile): Promise<Map<string, Uint8Array>> {
  const parts = new Map<string, Uint8Array>();
  let total = 0;
  for await (const entry of archive.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue;
    total += entry.uncompressedSize;
    if (total > contentLimit || parts.size >= entryLimit) throw tooLarge();
    if (entry.isEncrypted() || parts.has(entry.fileName)) throw damaged();
    // The stream fails as soon as it gives more than was announced.
    const chunks: Buffer[] = [];
    for await (const chunk of await archive.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    if (bytes.length !== entry.uncompressedSize || crc32(bytes) !== entry.crc32) throw damaged();
    parts.set(entry.fileName, bytes);
  }
  return parts;
}

const tooLarge = () =>
  new RenderProblem('template-too-large', '模板超过 20 MB，或解压后过大，请删去多余的图片和内容。');

const damaged = () =>
  new RenderProblem(
    'template-file',
    '这不是可用的 .xlsx 或 .docx 文件，或文件已加密、已损坏，请用 Excel、Word 或 WPS 重新保存后再用。',
  );
