import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Lets LibreOffice print Word and Excel files; it gets a profile of its own, so that it neither finds nor leaves settings. */
export async function officeToPdf(files: readonly string[], folder: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const profile = pathToFileURL(join(folder, 'profile')).href;
  const options = [
    `-env:UserInstallation=${profile}`,
    '--headless',
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
  ];
  await execute('soffice', [...options, ...files]);
  return files.map((file) => join(folder, basename(file).replace(/\.(docx|xlsx)$/, '.pdf')));
}

export async function pdfPages(path: string): Promise<number> {
  const { stdout } = await execute('pdfinfo', [path]);
  return Number(/^Pages:\s+(\d+)$/m.exec(stdout)?.[1]);
}

/** A page as grey values, a byte a pixel. */
export interface GreyPage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Draws a page of a PDF (the first is 1) at so many dots an inch. */
export async function drawPage(path: string, page: number, dotsPerInch: number): Promise<GreyPage> {
  const options = ['-r', String(dotsPerInch), '-gray', '-f', String(page), '-l', String(page)];
  const { stdout } = await execute('pdftoppm', [...options, path], {
    encoding: 'buffer',
    maxBuffer: 64 * 1024 * 1024,
  });
  const [head = '', width = '', height = ''] =
    /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(stdout.subarray(0, 40).toString('latin1')) ?? [];
  return { width: Number(width), height: Number(height), pixels: stdout.subarray(head.length) };
}
