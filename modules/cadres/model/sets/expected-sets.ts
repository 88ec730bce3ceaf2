/** The fields of each set as `code:key`, and whether the set repeats, for the test. A key never changes: it is the name in exports. */
export const expectedSets: Readonly<Record<string, { repeating: boolean; fields: string }>> = {
  A01: {
    repeating: false,
    fields: `
    A0101:name A0102:namePinyinInitials A0104:sexCode A0107:birthDate A0111A:nativePlaceText
    A0111:nativePlaceCode A0114:birthPlaceCode A0114A:birthPlaceText A0115A:growthPlace
    A0117:ethnicCode A0128:health A0134:workStartDate A0140:partyJoinText
    A0141:politicalStatusCode A0144:partyJoinDate A3921:secondPartyCode A3927:thirdPartyCode
    A0160:personCategoryCode A0163:personStatusCode A0165:managementCategoryCode
    A0184:nationalId A0187A:specialty A0192:currentPostShort A0192A:currentPostFull
    A0192F:currentPostSince A0221:positionLevelCode A0288:positionLevelSince A0192E:rankCode
    A0192C:rankSince A0192D:legacyRankCode A0196:technicalTitleText A0197:grassrootsTwoYears
    A0195:statisticalOrgCode A1701:resumeText A14Z101:rewardPenaltySummary
    A15Z101:assessmentSummary A0120:gradeCode A0121:staffingTypeCode
    A0122:technicalCivilServantTitleCode A2949:civilServantRegisteredOn A0180:remark
    QRZXL:fullTimeEducation QRZXLXX:fullTimeEducationSchool QRZXW:fullTimeDegree
    QRZXWXX:fullTimeDegreeSchool ZZXL:inServiceEducation ZZXLXX:inServiceEducationSchool
    ZZXW:inServiceDegree ZZXWXX:inServiceDegreeSchool ZGXL:highestEducation
    ZGXLXX:highestEducationSchool ZGXW:highestDegree ZGXWXX:highestDegreeSchool
    STATUS:recordStatus A0198:photoPath A0199:importFlag`,
  },
  A02: {
    repeating: true,
    fields: `
    A0201A:orgName A0201B:orgCode A0201C:orgShortName A0201D:isTeamMember
    A0201E:teamMemberTypeCode A0215A:postTitle A0215B:postShortTitle A0219:isLeadershipPost
    A0221:positionLevelCode A0222:postCategoryCode A0223:personalOrder A0225:teamOrder
    A0229:dutiesInCharge A0243:appointedOn A0245:appointmentDocNo A0247:selectionMethodCode
    A0248:occupiesHeadcount A0251:changeTypeCode A0251B:isExceptionalPromotion
    A0255:tenureStatusCode A0265:removedOn A0267:removalDocNo A0271:removalReasonCode
    A0272:changeReason A0279:isPrimary A0281:isPrinted A0284:isExchange A0288:positionLevelSince
    A4901:exchangeMethodCode A4904:exchangeReasonCode A4907:exchangeDestinationCode A02Z1:slotId
    A02Z2:notCountedReason A02Z3:notCountedDocNo A02Z4:notCountedApprover`,
  },
  A05: {
    repeating: true,
    fields: `
    A0531:kind A0501B:levelOrRankCode A0504:approvedOn A0511:approvalDocNo A0517:endedOn
    A0524:statusCode A0525:isPrinted A0526:a0526 A0528B:a0528b A0530:a0530 A0532:a0532`,
  },
  A06: {
    repeating: true,
    fields: `
    A0601:titleCode A0602:titleName A0604:acquiredOn A0607:acquisitionMethodCode
    A0611:assessorOrExam A0699:isPrinted`,
  },
  A08: {
    repeating: true,
    fields: `
    A0801A:educationName A0801B:educationCode A0901A:degreeName A0901B:degreeCode
    A0804:enrolledOn A0807:graduatedOn A0904:degreeConferredOn A0814:school A0824:major
    A0827:majorCategoryCode A0837:educationTypeCode A0811:yearsOfSchooling A0898:isPrinted
    A0831:isTopFullTimeEducation A0832:isTopFullTimeDegree A0834:isTopEducation
    A0835:isTopDegree A0838:isTopInServiceEducation A0839:isTopInServiceDegree
    A0899:isPrintedOnApprovalForm`,
  },
  A14: {
    repeating: true,
    fields: `
    A1404A:name A1404B:code A1407:approvedOn A1411A:approver A1414:approverLevelCode
    A1415:levelAtTimeCode A1424:revokedOn A1428:approverTypeCode A1423:effectiveUntil
    A1499:remark`,
  },
  A15: {
    repeating: true,
    fields: `
    A1517:resultCode A1521:year A1527:yearsPrinted`,
  },
  A17: {
    repeating: true,
    fields: `
    A1701:startedOn A1702:endedOn A1703:text A1799:order`,
  },
  A11: {
    repeating: true,
    fields: `
    A1101:trainingTypeCode A1104:leaveStatusCode A1107:startedOn A1111:endedOn A1107C:days
    A1108:hours A1114:organizer A1121A:institution A1127:institutionTypeCode A1131:courseName
    A1134:courseType A1151:isAbroad`,
  },
  A29: {
    repeating: false,
    fields: `
    A2907:enteredOn A2911:entryTypeCode A2921A:previousOrg A2921B:previousOrgPlaceCode
    A2921C:previousOrgTypeCode A2921D:previousOrgLevelCode A2941:previousPost
    A2944:previousLevelCode A2947:joinedCivilServiceOn A2949:civilServantRegisteredOn
    A2950:isOpenSelection A2951:isOpenTransfer A2970:selectedGraduateCode
    A2970A:selectedGraduateSourceCode`,
  },
  A30: {
    repeating: false,
    fields: `
    A3001:exitMethodCode A3004:exitedOn A3007A:destinationOrg A3038:approver A3034:remark`,
  },
  A31: {
    repeating: false,
    fields: `
    A3101:retirementTypeCode A3104:approvedOn A3107:levelBeforeCode A3108:rankBeforeCode
    A3109:jobGradeBeforeCode A3110:gradeBeforeCode A3117A:managingOrg A3118:highestPost
    A3137:approvalDocNo A3138:approver`,
  },
  A36: {
    repeating: true,
    fields: `
    A3601:name A3604A:relation A3607:birthDate A3627:politicalStatus A3611:workUnitAndPost
    SORTID:order A3684:nationalId`,
  },
  A37: {
    repeating: false,
    fields: `
    A3701:officeAddress A3707A:officePhone A3707B:homePhone A3707C:mobilePhone
    A3707E:secretaryPhone A3708:email A3711:homeAddress A3714:postcode A3721:registeredAddress`,
  },
  A53: {
    repeating: true,
    fields: `
    A5304:proposedPost A5315:proposedRemoval A5317:reason A5319:reportingOrg
    A5321:ageReferenceDate A5323:filledOn A5327:filledBy A5399:operatorId
    A5366:proposedLevelCode`,
  },
  A57: {
    repeating: false,
    fields: `
    A5714:fileName PHOTODATA:data PHOTONAME:storedName PHOTOPATH:path PHOTSTYPE:mediaType
    PICSTATUS:status PHOTOTAKEN:takenOn`,
  },
  A99Z1: {
    repeating: false,
    fields: `
    A99Z101:isRecruitedByExam A99Z102:recruitedOn A99Z103:isSelectedGraduate
    A99Z104:selectedGraduateSince A99Z191:retainedTreatment A99Z195:contact
    A99Z1301:trainingDirection A99Z1302:trainingMethod`,
  },
  VF01: {
    repeating: true,
    fields: `
    VF0101:factCode VF0102:verifiedValue VF0103:documentName VF0104:documentNo VF0105:reviewer
    VF0106:verifiedOn VF0108:withdrawnOn VF0109:withdrawnBy VF0110:withdrawnDocument VF0107:remark`,
  },
  SF01: {
    repeating: false,
    fields: `
    SF0101:fileName SF0102:format SF0103:fileHash SF0104:readClean SF0105:valuesHash SF0106:importedOn
    SF0107:version SF0108:unknownElements SF0109:photoText SF0110:notes SF0111:retirementMonth
    SF0112:ageLimitText`,
  },
  AL01: {
    repeating: true,
    fields: `AL0101:person AL0102:name AL0103:mergedOn`,
  },
};
