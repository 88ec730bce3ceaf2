import { buckets } from './buckets.ts';
import type { CareerPost } from './career.ts';
import type { PlaceOn } from './place.ts';

/** Why a place counts or does not, as a sentence for the table of names. */
export function reasonText({ reason, bucket, isConcurrent, post, main }: PlaceOn): string {
  switch (reason) {
    case 'attached':
      return '挂职，不占职数';
    case 'elsewhere':
      return `主职在${main ? nameOf(main) : '其他单位'}，此处不占职数`;
    case 'exempt':
      return post ? exemptText(post) : '标记为不占职数';
    case 'slot':
      return '该职位不占职数';
    case 'concurrentRank':
      return '领导职务兼任职级，不占职级职数';
    case 'exMilitary':
      return '军转干部首次套转，不占职级职数';
    case 'districtTeam':
      return '区级领导班子成员，职数另行核定';
    case null:
      return isConcurrent ? '领导职务兼任职级，计入职级职数' : `占${buckets[bucket].label}职数`;
  }
}

function nameOf({ orgName }: CareerPost): string {
  return orgName === '' ? '其他单位' : orgName;
}

function exemptText({ exemptReason, exemptDocNo, exemptApprover }: CareerPost): string {
  const paper = [exemptDocNo, exemptApprover].filter((text) => text !== '').join('，');
  const reason = exemptReason === '' ? '标记为不占职数' : exemptReason;
  return paper === '' ? `${reason}（未登记文号）` : `${reason}（${paper}）`;
}
