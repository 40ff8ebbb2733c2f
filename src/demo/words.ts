/** Names, places and codes for made-up people. The codes are those of reference/nhs-apis.md 4.5. */
export const familyNames = ['Ahmed', 'Barnes', 'Campbell', 'Davies', 'Evans', 'Farrell', 'Green', 'Hussain', 'Iqbal', 'Jones', 'Khan', 'Lloyd', 'McKay', 'Nowak', 'O’Brien', 'Patel', 'Quinn', 'Roberts', 'Singh', 'Taylor', 'Usman', 'Vaughan', 'Walsh', 'Young'] as const; // prettier-ignore
export const femaleNames = ['Amina', 'Bethan', 'Chloe', 'Dawn', 'Ewa', 'Fiona', 'Grace', 'Hannah', 'Isla', 'Joanne', 'Karen', 'Leila', 'Megan', 'Niamh', 'Olivia', 'Priya'] as const; // prettier-ignore
export const maleNames = ['Adam', 'Ben', 'Callum', 'Darren', 'Eoin', 'Farid', 'Gareth', 'Harry', 'Imran', 'Jack', 'Kamal', 'Liam', 'Marek', 'Nathan', 'Owen', 'Paul'] as const; // prettier-ignore
export const streets = [
  'High Street',
  'Mill Lane',
  'Station Road',
  'Church Walk',
  'Victoria Terrace',
  'Dock Street',
] as const;
export const towns = ['Northgate', 'Eastmoor', 'Westhaven', 'Southbridge'] as const;
export const employers = ['Haven Foods Ltd', 'Northgate Logistics', 'Westmoor Care', 'Harbour Hotels'] as const;
/** SNOMED CT. */
export const conditions = [
  ['279039007', 'Low back pain'],
  ['278860009', 'Chronic low back pain'],
  ['203082005', 'Fibromyalgia'],
  ['44054006', 'Diabetes mellitus type 2'],
  ['195967001', 'Asthma'],
  ['35489007', 'Depressive disorder'],
  ['197480006', 'Anxiety disorder'],
  ['231504006', 'Mixed anxiety and depressive disorder'],
  ['7200002', 'Alcoholism'],
  ['706893006', 'Victim of intimate partner abuse'],
] as const;
