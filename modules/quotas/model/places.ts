import type { DateKey } from '#engine';
import { always, never, type Career } from './career.ts';
import { firstDay, isHeld } from './held.ts';
import { leadingPlaces } from './leading-places.ts';
import { mainPost } from './main-post.ts';
import type { Place, PlaceOn } from './place.ts';
import type { PlaceTools } from './place-tools.ts';
import { rankPlace } from './rank-place.ts';
import { recordedDates } from './recorded-dates.ts';

/** The places that a person fills on a day: at most one in each bucket of a unit. */
export function placesOn(career: Career, day: DateKey, tools: PlaceTools): readonly PlaceOn[] {
  if (day >= career.leftOn) return [];
  const held = career.posts.filter((post) => isHeld(post, day));
  const main = mainPost(held);
  const leading = leadingPlaces(held, main, tools.units);
  const rank = rankPlace(career, held, main, day, tools);
  return rank === null ? leading : [...leading, rank];
}

/**
 * All places of a life, each with the days on which it is filled. Nothing changes between two dates of the records, so
 * what is found on the first day of such a stretch holds for all of it; stretches that are alike are one place.
 */
export function placesOf(career: Career, tools: PlaceTools): readonly Place[] {
  const days = turningDays(career);
  const done: Place[] = [];
  let open: Place[] = [];
  for (const day of days) {
    const found = placesOn(career, day, tools);
    const going: Place[] = [];
    for (const place of found) {
      const before = open.find((each) => isSame(each, place));
      going.push(before ?? begun(place, day));
    }
    for (const place of open) if (!going.includes(place)) done.push({ ...place, to: day });
    open = going;
  }
  return [...done, ...open];
}

/** The days on which something of the records begins or ends, the first one before everything. */
function turningDays(career: Career): readonly DateKey[] {
  const days = recordedDates(career).map(firstDay);
  if (career.leftOn !== never) days.push(career.leftOn);
  days.push(always);
  days.sort((a, b) => a - b);
  return days.filter((day, place) => day !== days[place - 1]);
}

function begun({ unit, bucket, rank, reason, isConcurrent }: PlaceOn, from: DateKey): Place {
  return { unit, bucket, rank, reason, isConcurrent, from, to: never };
}

function isSame(place: Place, other: PlaceOn): boolean {
  return (
    place.unit === other.unit &&
    place.bucket === other.bucket &&
    place.rank === other.rank &&
    place.reason === other.reason &&
    place.isConcurrent === other.isConcurrent
  );
}
