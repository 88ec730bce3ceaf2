import { pictureKind, trimPicture, type ApprovalForm } from '#documents/formats';
import { formGeometry, layoutForm, type FormVariant } from '#documents/form';
import { formDocument } from './docx/document-xml.ts';
import {
  contentTypesWith,
  documentRelations,
  fixedParts,
  photoRelation,
  pictureEnds,
} from './docx/package-parts.ts';
import { photoParagraph } from './docx/picture-xml.ts';
import { packFile, zip } from './zip.ts';
import { fitPicture } from './fit-picture.ts';
import { overflowNotes, type RenderNote } from './render-note.ts';

/** A Word file, and what its pages do not show. */
export interface RenderedDocx {
  docx: Uint8Array;
  notes: RenderNote[];
}

/**
 * The form as a Word file with real tables, to be edited: sizes come from the layout, lines are broken by the word
 * processor. The photo goes in with its own bytes, whatever its format. Equal forms give equal bytes.
 */
export function renderFormDocx(form: ApprovalForm, options: { variant: FormVariant }): RenderedDocx {
  const layout = layoutForm(form, options);
  const notes = overflowNotes(0, layout);
  const photo = form.photo ? trimPicture(form.photo) : null;
  const kind = photo ? pictureKind(photo) : null;
  if (photo && !kind) notes.push({ form: 0, kind: 'photo' });
  const cell = layout.pages[0]?.photo;
  const box = kind && cell ? fitPicture(kind, cell) : null;
  const document = formDocument(layout, photoParagraph(box, formGeometry(options.variant).base));
  const media = kind ? `media/photo.${pictureEnds[kind.mediaType]}` : null;
  const relations = media ? [{ relation: photoRelation, kind: 'image', target: media }] : [];
  const files = [
    contentTypesWith([]),
    ...fixedParts,
    packFile('word/_rels/document.xml.rels', documentRelations(relations)),
    packFile('word/document.xml', document),
  ];
  if (photo && media) files.push(packFile(`word/${media}`, photo, false));
  return { docx: zip(files), notes };
}
