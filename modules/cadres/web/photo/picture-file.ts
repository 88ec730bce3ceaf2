const mostBytes = 5 * 1024 * 1024;
const kinds: readonly { readonly name: string; readonly head: readonly number[] }[] = [
  { name: 'JPEG', head: [0xff, 0xd8, 0xff] },
  { name: 'PNG', head: [0x89, 0x50, 0x4e, 0x47] },
  { name: 'BMP', head: [0x42, 0x4d] },
];

/** Opens a picture file; rejects with a sentence for the user when it cannot be used. Content decides, not the name. */
export async function openPicture(file: File): Promise<ImageBitmap> {
  if (file.size > mostBytes) throw new PictureProblem('照片超过 5 MB，请先缩小后再上传。');
  const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  if (!kinds.some((kind) => kind.head.every((byte, index) => head[index] === byte))) {
    throw new PictureProblem('这个文件不是 JPG、PNG 或 BMP 照片，请重新选择。');
  }
  try {
    return await createImageBitmap(file);
  } catch {
    throw new PictureProblem('照片文件已损坏，无法打开，请重新选择。');
  }
}

/** Why a file cannot be used as a photo. */
export class PictureProblem extends Error {}
