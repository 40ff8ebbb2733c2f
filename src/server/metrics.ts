import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { UpstreamCallEvent } from '../../adapters/contract.js';

/** What operators watch (Prometheus). No label holds an identifier or a free text. */
export interface Metrics {
  onCall(event: UpstreamCallEvent): void;
  onRequest(status: number, seconds: number): void;
  /** Where to read how many subscriptions are open. */
  watchSubscriptions(count: () => number): void;
  /** The text that Prometheus scrapes, and its media type. */
  scrape(): Promise<{ readonly contentType: string; readonly body: string }>;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'hub_' });
  const requests = new Histogram({
    name: 'hub_graphql_request_seconds',
    help: 'Time from a GraphQL request to its last byte, by HTTP status.',
    labelNames: ['status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  const calls = new Counter({
    name: 'hub_upstream_calls_total',
    help: 'HTTP exchanges with sources, by source and outcome (an HTTP status or the reason of failure).',
    labelNames: ['upstream', 'outcome'] as const,
    registers: [registry],
  });
  const callSeconds = new Counter({
    name: 'hub_upstream_call_seconds_total',
    help: 'Time spent in HTTP exchanges with sources.',
    labelNames: ['upstream'] as const,
    registers: [registry],
  });
  // A counter of its labels is looked up once: the library hashes labels anew each time.
  const known = new Map<string, { readonly calls: Counter.Internal; readonly seconds: Counter.Internal }>();
  return {
    onCall({ upstream, outcome, durationMs }) {
      const key = `${upstream} ${outcome}`;
      let counters = known.get(key);
      if (!counters)
        known.set(key, (counters = { calls: calls.labels(upstream, outcome), seconds: callSeconds.labels(upstream) }));
      counters.calls.inc();
      counters.seconds.inc(durationMs / 1000);
    },
    onRequest: (status, seconds) => requests.labels(String(status)).observe(seconds),
    watchSubscriptions(count) {
      registry.removeSingleMetric('hub_subscriptions_open');
      const gauge: Gauge = new Gauge({
        name: 'hub_subscriptions_open',
        help: 'Subscriptions that wait for events in this process.',
        registers: [registry],
        collect: () => gauge.set(count()),
      });
    },
    scrape: async () => ({ contentType: registry.contentType, body: await registry.metrics() }),
  };
}
