/** A share as it is printed; — where there is nobody to have a share of. */
export function shareText(share: number | null | undefined): string {
  return share === null || share === undefined ? '—' : `${share.toFixed(1)}%`;
}
