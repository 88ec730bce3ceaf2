import { mmPerPoint, type Box } from '#documents/form';

/** A photo keeps this distance from the middle of the rules around it, mm. */
const inset = mmPerPoint;

/** Where a picture stands in its cell: as large as fits, in the middle, its ratio kept. Millimetres. */
export function fitPicture(picture: { width: number; height: number }, cell: Box): Box {
  const room = { width: cell.width - 2 * inset, height: cell.height - 2 * inset };
  const scale = Math.min(room.width / picture.width, room.height / picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  return { x: cell.x + (cell.width - width) / 2, y: cell.y + (cell.height - height) / 2, width, height };
}
