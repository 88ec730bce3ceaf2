import type { Box, Rule } from '#documents/form';
import type { GreyPage } from './office.ts';

const dark = 128;
/** A line of the form is longer than any stroke of a character (mm). */
const strokeLimit = 9;

/** Rules of the form, as sentences, of which some part is not drawn within the tolerance (mm). */
export function missingRules(
  page: GreyPage,
  rules: readonly Rule[],
  dotsPerInch: number,
  tolerance: number,
): string[] {
  const scale = dotsPerInch / 25.4;
  const reach = Math.ceil(tolerance * scale);
  return rules
    .filter((rule) => {
      const steps = Math.ceil(Math.hypot(rule.x2 - rule.x1, rule.y2 - rule.y1) * scale);
      const across = rule.y1 === rule.y2;
      let missing = 0;
      // The ends lie in the corners, where other rules meet.
      for (let step = reach; step <= steps - reach; step += 1) {
        const x = (rule.x1 + ((rule.x2 - rule.x1) * step) / steps) * scale;
        const y = (rule.y1 + ((rule.y2 - rule.y1) * step) / steps) * scale;
        const near = Array.from({ length: 2 * reach + 1 }, (_, index) => index - reach);
        const isDrawn = near.some((by) => isDark(page, across ? x : x + by, across ? y + by : y));
        if (!isDrawn) missing += 1;
      }
      return missing > 0;
    })
    .map(sentence);
}

/** Long straight lines of the page that are no rule of the form, by their position in mm. */
export function strayLines(
  page: GreyPage,
  rules: readonly Rule[],
  dotsPerInch: number,
  tolerance: number,
): string[] {
  const scale = dotsPerInch / 25.4;
  const limit = strokeLimit * scale;
  const stray: string[] = [];
  for (const across of [true, false]) {
    const [lines, length] = across ? [page.height, page.width] : [page.width, page.height];
    for (let line = 0; line < lines; line += 1) {
      let run = 0;
      for (let at = 0; at <= length; at += 1) {
        if (at < length && isDark(page, across ? at : line, across ? line : at)) run += 1;
        else {
          if (run > limit && !belongs(rules, across, line / scale, (at - run / 2) / scale, tolerance)) {
            stray.push(`${across ? 'y' : 'x'} ${(line / scale).toFixed(1)} mm`);
          }
          run = 0;
        }
      }
    }
  }
  return [...new Set(stray)];
}

/** The page with a box (mm) wiped out but for its edge: a photo has lines of its own. */
export function wiped(page: GreyPage, box: Box, dotsPerInch: number): GreyPage {
  const scale = dotsPerInch / 25.4;
  const pixels = Uint8Array.from(page.pixels);
  const [left, right] = [box.x + 0.5, box.x + box.width - 0.5].map((x) => Math.round(x * scale));
  for (let y = Math.round((box.y + 0.5) * scale); y < (box.y + box.height - 0.5) * scale; y += 1) {
    pixels.fill(255, y * page.width + (left ?? 0), y * page.width + (right ?? 0));
  }
  return { ...page, pixels };
}

function belongs(
  rules: readonly Rule[],
  across: boolean,
  place: number,
  middle: number,
  tolerance: number,
): boolean {
  return rules.some((rule) => {
    if ((rule.y1 === rule.y2) !== across) return false;
    const [at, from, to] = across ? [rule.y1, rule.x1, rule.x2] : [rule.x1, rule.y1, rule.y2];
    return (
      Math.abs(at - place) <= tolerance + 0.3 && middle >= Math.min(from, to) && middle <= Math.max(from, to)
    );
  });
}

function isDark(page: GreyPage, x: number, y: number): boolean {
  const [column, row] = [Math.round(x), Math.round(y)];
  if (column < 0 || row < 0 || column >= page.width || row >= page.height) return false;
  return (page.pixels[row * page.width + column] ?? 255) < dark;
}

function sentence({ x1, y1, x2, y2 }: Rule): string {
  return `${x1.toFixed(1)},${y1.toFixed(1)} – ${x2.toFixed(1)},${y2.toFixed(1)} mm`;
}
