import { serveAhead } from '#platform/server';
import { readBatches, type ReadBatch } from './read-batch.ts';

serveAhead(readBatches, picturesOf);

/** The pictures' memory, where they have it to themselves. */
function picturesOf({ forms }: ReadBatch): ArrayBuffer[] {
  const pictures = forms.flatMap((read) => ('refused' in read || !read.photo ? [] : [read.photo.data]));
  const own = pictures.flatMap(({ buffer, length }) =>
    buffer instanceof ArrayBuffer && buffer.byteLength === length ? [buffer] : [],
  );
  return [...new Set(own)];
}
