/** A source file by its path below the project's root, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** One import line: who names what, and the file or package that is meant. */
export interface ImportEdge {
  readonly from: string;
  readonly specifier: string;
  /** A path below the root for `./x` and `#x`, the specifier itself for packages and `node:`. */
  readonly to: string;
}

const importLine =
  /(?:^|[;\n])\s*(?:import|export)\s+(?:type\s+)?(?:[\w*\s{},$]+?\s+from\s+)?(['"])([^'"\n]+)\1|\bimport\(\s*(['"])([^'"\n]+)\3/g;

/** What a file imports: `import`, `import type`, `export … from`, and `import(…)` with a plain string. */
export function importsOf({ path, text }: SourceFile): ImportEdge[] {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
  return [...code.matchAll(importLine)].map((match) => {
    const specifier = match[2] ?? match[4] ?? '';
    return { from: path, specifier, to: targetOf(path, specifier) };
  });
}

function targetOf(from: string, specifier: string): string {
  if (specifier.startsWith('#')) return `${specifier.slice(1)}/index.ts`;
  if (!specifier.startsWith('.')) return specifier;
  const parts = from.split('/').slice(0, -1);
  for (const step of specifier.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.') parts.push(step);
  }
  return parts.join('/');
}
