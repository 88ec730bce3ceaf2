/** A share as it is printed, `bare` without its sign; — where there is nobody to have a share of. */
export function shareText(share: number | null | undefined, bare = false): string {
  return share === null || share === undefined ? '—' : `${share.toFixed(1)}${bare ? '' : '%'}`;
}

/** An average age with one decimal; — where nobody's is known. */
export function ageText(years: number | null | undefined): string {
  return years === null || years === undefined ? '—' : years.toFixed(1);
}
