/** Where new people go: where their current post says, to one unit, or to no unit (未归属). */
export type Target =
  | { readonly kind: 'recognized' }
  | { readonly kind: 'unit'; readonly unit: string | null }
  | { readonly kind: 'none' };

/** The target as the operation wants it; undefined while the unit is not chosen yet. */
export function unitOf(target: Target): string | null | undefined {
  if (target.kind === 'recognized') return null;
  if (target.kind === 'none') return 'none';
  return target.unit ?? undefined;
}
