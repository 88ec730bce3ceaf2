import { pictureKind, readForm, trimPicture, type FormRead } from '#documents/formats';
import { newFile, type NewFile } from '#platform/server';
import type { Problem } from '#modules/exchange';
import type { FormFile } from '../scan/found-file.ts';
import { formFingerprint } from './form-fingerprint.ts';
import { packSource } from './source-file.ts';

/** A form file that could be read, with everything that must be stored of it. */
export interface ReadFormFile {
  readonly file: string;
  readonly reading: FormRead;
  /** The picture: the form's own, else the one beside it. */
  readonly photo: NewFile | null;
  /** Of everything that the form says. */
  readonly fingerprint: string;
  /** The file byte for byte. */
  readonly source: NewFile;
  readonly problems: readonly Problem[];
}

/** A form file that was refused. */
export interface RefusedFormFile {
  readonly file: string;
  readonly refused: Problem;
}

/** Reads a form file and its photo. Never throws: what cannot be read is refused with a sentence. */
export async function readFormFile(form: FormFile): Promise<ReadFormFile | RefusedFormFile> {
  const { file } = form;
  const bytes = await form.read().catch(() => null);
  if (bytes === null) {
    return {
      file,
      refused: problem(
        file,
        'error',
        'file-unreadable',
        'file',
        '',
        '文件已损坏或无法读取，请重新获取后再导入。',
      ),
    };
  }
  const result = readForm(bytes);
  if (!result.ok) {
    const { code, field, value, message } = result.problem;
    return { file, refused: problem(file, 'error', code, field, value, message) };
  }
  const problems = result.notes.map(({ code, field, value, message }) =>
    problem(file, 'warning', code, field, value, message),
  );
  const own = result.form.photo;
  const beside =
    own === null && form.photo ? await readPhoto(form.photo.file, () => form.photo?.read(), problems) : null;
  const picture = own ?? beside;
  const photo = picture
    ? newFile(picture, pictureKind(picture)?.mediaType ?? 'application/octet-stream')
    : null;
  return {
    file,
    reading: { ...result, form: { ...result.form, photo: picture } },
    photo,
    fingerprint: formFingerprint(result.form, photo?.hash ?? null),
    source: packSource(bytes, own),
    problems,
  };
}

async function readPhoto(
  file: string,
  read: () => Promise<Uint8Array> | undefined,
  problems: Problem[],
): Promise<Uint8Array | null> {
  const bytes = await read()?.catch(() => null);
  const picture = bytes && pictureKind(bytes) ? trimPicture(bytes) : null;
  if (picture === null) {
    problems.push(
      problem(
        file,
        'warning',
        'photo-unreadable',
        'photo',
        '',
        '照片文件不是可用的图片，未导入，请更换后重新上传。',
      ),
    );
  }
  return picture;
}

function problem(
  file: string,
  level: Problem['level'],
  code: string,
  field: string,
  value: string,
  message: string,
): Problem {
  return { file, level, code, field, value, message };
}
