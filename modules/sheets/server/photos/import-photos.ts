import { createHash } from 'node:crypto';
import { trimPicture } from '#documents/formats';
import { CadreError, newId, textOf, type RecordRow } from '#platform/model';
import {
  BulkChange,
  discardDraft,
  newFile,
  readMany,
  storeFiles,
  sweepDrafts,
  today,
  type JobTools,
  type NewFile,
  type Store,
  type SubjectEdit,
  type Task,
  type TaskActor,
} from '#platform/server';
import { unitsInScope } from '#modules/cadres/server';
import { readUnitTree } from '#modules/organization/server';
import { checkPhoto, claimOfPhoto, matchPhoto, type KnownPerson, type PhotoCheck } from '#modules/sheets';
import { Findings } from '../jobs/findings.ts';
import { noCounts } from '../jobs/job-rows.ts';
import type { BulkResult } from '../jobs/sheet-tasks.ts';
import { PeopleFinder } from '../sheet/find-people.ts';
import { previewOutdated } from '../sheet/sheet-errors.ts';
import { photoFiles, type PhotoFile } from './photo-files.ts';

export interface PhotosInput {
  readonly job: string;
  readonly actor: TaskActor;
  readonly folder: string;
  readonly takeDoubtful: boolean;
  /** What the preview would have done; null makes the preview. */
  readonly expected: string | null;
}

const atOnce = 40;
const photoSet = 'A57';

/** A photo that will be the one of a person. */
interface Wanted {
  readonly person: KnownPerson;
  readonly file: string;
  readonly check: PhotoCheck;
  readonly photo: NewFile;
}

/** Gives people the uploaded photos whose file names name them; the preview tells what is doubtful about each. */
export const photosTask: Task<PhotosInput, BulkResult> = async (store, input, tools) => {
  const tree = await readUnitTree(store);
  const units = await unitsInScope(store, input.actor.scope);
  const finder = new PeopleFinder(store, tree, units && new Set(units));
  const findings = new Findings(store, input.job, store.registry.get(photoSet), tree.nameOf);
  const work = new PhotoImport(store, input, finder, findings);
  const result = await work.run(tools);
  if (input.expected === null) await findings.keep();
  return result;
};

class PhotoImport {
  readonly #store: Store;
  readonly #input: PhotosInput;
  readonly #finder: PeopleFinder;
  readonly #findings: Findings;
  readonly #today = today();
  readonly #hash = createHash('sha256');
  /** The file that a person's photo came from. */
  readonly #taken = new Map<string, string>();
  readonly #counts = { ...noCounts };
  #bulk: BulkChange | null = null;

  constructor(store: Store, input: PhotosInput, finder: PeopleFinder, findings: Findings) {
    this.#store = store;
    this.#input = input;
    this.#finder = finder;
    this.#findings = findings;
  }

  async run(tools: JobTools): Promise<BulkResult> {
    const { expected, actor, folder } = this.#input;
    if (expected !== null) {
      await sweepDrafts(this.#store);
      this.#bulk = await BulkChange.begin(this.#store);
      await this.#findings.onBegin(this.#bulk.id);
    }
    try {
      let waiting: PhotoFile[] = [];
      for await (const file of photoFiles(folder)) {
        tools.signal.throwIfAborted();
        waiting.push(file);
        this.#counts.rows += 1;
        if (waiting.length < atOnce) continue;
        await this.#take(waiting.splice(0));
        tools.progress(this.#counts.rows, 0);
      }
      await this.#take(waiting);
      waiting = [];
      const fingerprint = this.#hash.digest('hex');
      const counts = this.#counts;
      if (!this.#bulk) return { counts, fingerprint, change: null };
      if (fingerprint !== expected) throw previewOutdated();
      if (counts.people === 0) throw new CadreError('nothing-changed', 409, '没有需要更换的照片。');
      const summary = `批量导入照片：${counts.people} 人`;
      const change = await this.#bulk.publish({ actor, origin: 'import', summary });
      return { counts, fingerprint, change: change.id };
    } catch (error) {
      if (this.#bulk) await discardDraft(this.#store, this.#bulk.id);
      throw error;
    }
  }

  async #take(files: readonly PhotoFile[]): Promise<void> {
    const claims = files.map(({ name }) => claimOfPhoto(name));
    const peopleOf = await this.#finder.find(claims);
    const wanted: Wanted[] = [];
    for (const [index, file] of files.entries()) {
      const claim = claims[index];
      const match = claim && matchPhoto(claim, peopleOf(claim));
      const check = file.bytes && checkPhoto(file.bytes, this.#today);
      if (!check || !file.bytes)
        this.#refuse(file.name, '', 'not-a-picture', '文件损坏、过大或不是图片，请检查后重新上传。');
      else if (!match || 'problem' in match)
        this.#refuse(file.name, '', match?.problem.code ?? '', match?.problem.reason ?? '');
      else {
        const { person } = match;
        const photo = newFile(trimPicture(file.bytes), check.mediaType);
        if (this.#isFit(file.name, person, check)) wanted.push({ person, file: file.name, check, photo });
      }
    }
    await this.#write(wanted);
  }

  /** Nobody has two photos, and doubtful ones are for the operator to decide. */
  #isFit(file: string, person: KnownPerson, check: PhotoCheck): boolean {
    const earlier = this.#taken.get(person.id);
    if (earlier !== undefined) {
      this.#refuse(file, person.name, 'photo-twice', `“${earlier}”也是这个人的照片，请只保留一张。`);
      return false;
    }
    this.#taken.set(person.id, file);
    if (check.doubts.length === 0) return true;
    const reason = check.doubts.map((doubt) => doubt.reason).join('');
    this.#tell(file, person.name, check.doubts[0]?.code ?? '', reason);
    if (!this.#input.takeDoubtful) this.#counts.refused += 1;
    return this.#input.takeDoubtful;
  }

  async #write(wanted: readonly Wanted[]): Promise<void> {
    const stored = await readMany(
      this.#store.db,
      wanted.map(({ person }) => person.id),
      [photoSet],
    );
    const edits: SubjectEdit[] = [];
    const files: NewFile[] = [];
    for (const { person, file, check, photo } of wanted) {
      const set = stored.get(person.id)?.[photoSet];
      const before = set?.rows[0];
      this.#hash.update(`${person.id} ${set?.version ?? 0} ${photo.hash}\n`);
      if (textOf(before, 'data') === photo.hash) {
        this.#counts.unchanged += 1;
        continue;
      }
      const kind = textOf(before, 'data') === '' ? 'created' : 'updated';
      this.#counts[kind] += 1;
      this.#counts.people += 1;
      const row: RecordRow = {
        id: before?.id ?? newId(),
        data: photo.hash,
        mediaType: photo.mediaType,
        takenOn: check.takenOn,
      };
      const about = `${file}（${check.width}×${check.height}${check.takenOn === null ? '' : `，摄于 ${check.takenOn.replaceAll('-', '.')}`}）`;
      this.#findings.addChange({
        row: 0,
        person,
        kind,
        lines: [{ label: '照片', before: kind === 'created' ? '' : '原有照片', after: about }],
      });
      edits.push({
        subject: person.id,
        kind: 'person',
        event: 'update',
        sets: { [photoSet]: { expectedVersion: set?.version ?? 0, rows: [row] } },
      });
      files.push(photo);
    }
    if (this.#bulk && edits.length > 0) await this.#bulk.add(edits, (tx) => storeFiles(tx, files));
  }

  #refuse(file: string, name: string, code: string, reason: string): void {
    this.#counts.refused += 1;
    this.#tell(file, name, code, reason);
  }

  #tell(file: string, name: string, code: string, reason: string): void {
    this.#findings.onError({ sheet: '', row: 0, column: '', heading: name, value: file, code, reason });
  }
}
