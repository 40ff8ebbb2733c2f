/**
 * Bands of sum scores by their published cut-offs (`reference/employment-support.md` part D). Scoring only: the wording
 * of an instrument is licensed and stays out.
 */
import type { Instrument } from './records.js';

/** SWEMWBS metric score of each raw sum from 7 to 35 (Rasch conversion; part D, "raw → metric"). */
const swemwbsMetrics = [
  7.0, 9.51, 11.25, 12.4, 13.33, 14.08, 14.75, 15.32, 15.84, 16.36, 16.88, 17.43, 17.98, 18.59, 19.25, 19.98, 20.73,
  21.54, 22.35, 23.21, 24.11, 25.03, 26.02, 27.03, 28.13, 29.31, 30.7, 32.55, 35.0,
] as const;

interface Scale {
  readonly lowest: number;
  readonly highest: number;
  /** Lowest total of each band, highest band first. */
  readonly bands: readonly (readonly [number, string])[];
}

const scales: Partial<Record<Instrument, Scale>> = {
  PHQ_9: {
    lowest: 0,
    highest: 27,
    bands: [
      [20, 'severe'],
      [15, 'moderately severe'],
      [10, 'moderate'],
      [5, 'mild'],
      [0, 'minimal'],
    ],
  },
  GAD_7: {
    lowest: 0,
    highest: 21,
    bands: [
      [15, 'severe'],
      [10, 'moderate'],
      [5, 'mild'],
      [0, 'minimal'],
    ],
  },
  // No bands are published in part D for these two.
  PHQ_2: { lowest: 0, highest: 6, bands: [] },
  AUDIT_C: { lowest: 0, highest: 12, bands: [] },
  // Raw sums at which the metric score passes its cut-offs: low up to 19.5, high from 27.5.
  SWEMWBS: {
    lowest: 7,
    highest: 35,
    bands: [
      [7 + swemwbsMetrics.findIndex((metric) => metric >= 27.5), 'high'],
      [7 + swemwbsMetrics.findIndex((metric) => metric > 19.5), 'average'],
      [7, 'low'],
    ],
  },
};

/**
 * The total where it is one that the instrument can have, with its band. EQ-5D-5L has neither: its profile is kept. A sum
 * outside the range is no sum: CMS sends 99 for an interview that could not be completed.
 */
export function scoreOf(instrument: Instrument, total: number | null): { total: number | null; band: string | null } {
  const scale = scales[instrument];
  const possible =
    total !== null && Number.isInteger(total) && scale && total >= scale.lowest && total <= scale.highest;
  if (!possible) return { total: null, band: null };
  return { total, band: scale.bands.find(([from]) => total >= from)?.[1] ?? null };
}
