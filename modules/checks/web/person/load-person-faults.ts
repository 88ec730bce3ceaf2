/** What the page of a person shows of its faults; loaded when such a page is opened. */
export const loadPersonFaults = async () => (await import('./person-faults.tsx')).PersonFaults;
