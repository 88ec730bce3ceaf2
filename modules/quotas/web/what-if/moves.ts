import type { OperationInput } from '#platform/model';
import type { planQuotas } from '../../model/contracts.ts';

type Asked = OperationInput<typeof planQuotas>['body']['moves'][number];
type AskedPost = NonNullable<Asked['begins']>[number];

/** A post to be taken, as far as it is filled in. */
export interface DraftPost {
  readonly unit: string | null;
  readonly title: string;
  readonly role: '1' | '3' | 'Z' | null;
  readonly isPrimary: boolean;
  readonly isAttached: boolean;
}

/** What is to become of a person. */
export interface DraftMove {
  readonly person: string;
  /** Rows of A02 that end. */
  readonly ends: readonly string[];
  readonly begins: readonly DraftPost[];
  /** A rank of ZB148; undefined leaves the one held. */
  readonly rank: string | undefined;
  readonly leaves: boolean;
}

export const noMove = (person: string): DraftMove => ({
  person,
  ends: [],
  begins: [],
  rank: undefined,
  leaves: false,
});

/** What can be asked of the drafts: posts without a unit or title, and people of whom nothing is said, wait. */
export function askedMoves(drafts: readonly DraftMove[]): Asked[] {
  return drafts.flatMap(({ person, ends, begins, rank, leaves }) => {
    const posts = begins.flatMap((post): AskedPost[] =>
      post.unit === null || post.title.trim() === ''
        ? []
        : [
            {
              unit: post.unit,
              title: post.title.trim(),
              roleCode: post.role,
              isPrimary: post.isPrimary,
              isAttached: post.isAttached,
            },
          ],
    );
    if (ends.length + posts.length === 0 && rank === undefined && !leaves) return [];
    return [{ person, ends: [...ends], begins: posts, ...(rank === undefined ? {} : { rank }), leaves }];
  });
}
