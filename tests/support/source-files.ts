import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { SourceFile } from './imports.ts';

/** The project's root. */
export const root = join(import.meta.dirname, '..', '..');

/** Every TypeScript file of the project, tests included. */
export function sourceFiles(): SourceFile[] {
  return filesBelow(root).map((path) => ({
    path: relative(root, path).split(sep).join('/'),
    text: readFileSync(path, 'utf8'),
  }));
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      return /^(\..*|node_modules|dist|data|coverage)$/.test(entry.name) ? [] : filesBelow(path);
    }
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}
