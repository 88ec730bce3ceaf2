import type { SetDefinition } from '#platform/model';
import { personSet } from './a01-person.ts';
import { positionSet } from './a02-position.ts';
import { levelRankSet } from './a05-level-rank.ts';
import { technicalTitleSet } from './a06-technical-title.ts';
import { educationSet } from './a08-education.ts';
import { trainingSet } from './a11-training.ts';
import { rewardPenaltySet } from './a14-reward-penalty.ts';
import { assessmentSet } from './a15-assessment.ts';
import { resumeSegmentSet } from './a17-resume-segment.ts';
import { entrySet } from './a29-entry.ts';
import { exitSet } from './a30-exit.ts';
import { retirementSet } from './a31-retirement.ts';
import { familyMemberSet } from './a36-family-member.ts';
import { contactSet } from './a37-contact.ts';
import { proposalSet } from './a53-proposal.ts';
import { photoSet } from './a57-photo.ts';
import { supplementSet } from './a99z1-supplement.ts';
import { mergedPersonSet } from './al01-merged-person.ts';
import { sourceFormSet } from './sf01-source-form.ts';
import { verifiedFactSet } from './vf01-verified-fact.ts';

/** The information sets of a person, in the order in which they are shown. */
export const cadreSets: readonly SetDefinition[] = [
  personSet,
  positionSet,
  levelRankSet,
  technicalTitleSet,
  educationSet,
  rewardPenaltySet,
  assessmentSet,
  resumeSegmentSet,
  trainingSet,
  entrySet,
  exitSet,
  retirementSet,
  familyMemberSet,
  contactSet,
  proposalSet,
  photoSet,
  supplementSet,
  verifiedFactSet,
  sourceFormSet,
  mergedPersonSet,
];
