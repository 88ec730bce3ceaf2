import type { ApprovalForm, FormField } from './approval-form.ts';
import { readDateText } from './date-text.ts';
import type { RawForm } from './form-reading.ts';
import { noteOn, type FormNote, type FormPlace } from './notes.ts';
import { readPartyJoin } from './party-join.ts';
import { hasDoubtfulSign } from './person-name.ts';

const dates: readonly FormField[] = ['birth', 'workStart', 'ageReference', 'filledOn', 'retirementMonth'];

function unreadableDate(field: FormPlace, text: string): FormNote[] {
  if (text === '' || readDateText(text)) return [];
  return [
    noteOn('date-unreadable', field, text, '不是可识别的日期，已按原文保留，请核对后改为年月（如 197207）。'),
  ];
}

function partyDoubts(text: string): FormNote[] {
  const party = readPartyJoin(text);
  if (!party.understood) {
    return [
      noteOn(
        'party-unreadable',
        'partyJoin',
        text.trim(),
        '不能识别为入党时间或党派，已按原文保留，请核对。',
      ),
    ];
  }
  if (!party.ambiguous) return [];
  const what = `已读作${party.joined?.slice(0, 6) ?? ''}加入中国共产党并参加${party.parties.join('、')}；如为加入民主党派的时间，请改正。`;
  return [noteOn('party-ambiguous', 'partyJoin', text.trim(), what)];
}

/** What a reader of the form should look at, though it could be read. */
export function doubtsOf(form: ApprovalForm, raw: RawForm['texts']): FormNote[] {
  const notes = dates.flatMap((field) => unreadableDate(field, form[field]));
  for (const row of form.family) notes.push(...unreadableDate('family', row.birth));
  notes.push(...partyDoubts(raw.partyJoin ?? ''));
  const name = raw.name ?? '';
  if (hasDoubtfulSign(name)) {
    const what = `中有问号，可能是间隔号，也可能是未能保存的生僻字，现读作“${form.name}”，请核对。`;
    notes.push(noteOn('name-doubtful', 'name', name, what));
  }
  if (/^\d{15}$/.test(form.nationalId)) {
    notes.push(
      noteOn(
        'id-15-digits',
        'nationalId',
        form.nationalId,
        '是 15 位旧号码，已按原文保留，请换成 18 位号码。',
      ),
    );
  }
  return notes;
}
