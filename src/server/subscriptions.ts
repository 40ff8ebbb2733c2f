import { setMaxListeners } from 'node:events';
import {
  createSourceEventStream,
  execute,
  type ExecutionResult,
  type FormattedExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { FeedEnded } from '../event/feed.js';
import { HubError } from '../graph/errors.js';
import { askedCategories } from '../graph/asked-categories.js';
import { NothingToTell } from '../graph/event-feed.js';
import type { RequestContext } from '../graph/context.js';
import type { Hub } from '../hub.js';
import { changedWords, endedWords } from './ended-words.js';
import { createOperationReader, operationIn, OperationRefused, refusal, type Operation } from './operation.js';
import { hubErrorOf, publicError, publicErrors, unexpected } from './public-errors.js';
import type { Admission } from './sign-in.js';

/** What a transport hands on. */
export interface SubscriptionRequest {
  readonly admission: Admission;
  readonly correlationId: string;
  readonly body: unknown;
}

/** Results that may leave, one after the other; ending it early frees everything at once. */
export interface Results extends AsyncIterableIterator<FormattedExecutionResult, undefined> {
  return(): Promise<IteratorResult<FormattedExecutionResult, undefined>>;
  throw(error: unknown): Promise<IteratorResult<FormattedExecutionResult, undefined>>;
}

/** Subscriptions, whatever carries them. */
export interface Subscriptions {
  /** @throws OperationRefused with every fault of the operation, or because the caller has too many already */
  open(request: SubscriptionRequest): Promise<Results>;
}

/**
 * Each event is a request of its own: a fresh context, a fresh decision, a durable record, and the last look at the
 * consents before its bytes leave. What was true when the subscription began counts for nothing.
 */
export function createSubscriptions(hub: Hub, schema: GraphQLSchema): Subscriptions {
  const { settings, services, now } = hub;
  const reader = createOperationReader(
    schema,
    { limits: settings.limits, introspection: settings.explorer },
    'SUBSCRIPTIONS',
  );
  const openByCaller = new Map<string, number>();

  function takePlace({ viewer }: Admission): () => void {
    const caller = JSON.stringify([viewer.issuer, viewer.organisation, viewer.subject]);
    const taken = openByCaller.get(caller) ?? 0;
    if (taken >= settings.limits.subscriptions) {
      const words = `This caller has ${settings.limits.subscriptions} subscriptions open already.`;
      throw refusal(new HubError('TOO_MANY_SUBSCRIPTIONS', words));
    }
    openByCaller.set(caller, taken + 1);
    let free = false;
    return () => {
      if (free) return;
      free = true;
      const left = (openByCaller.get(caller) ?? 1) - 1;
      if (left > 0) openByCaller.set(caller, left);
      else openByCaller.delete(caller);
    };
  }

  /** @throws OperationRefused */
  function read(body: unknown): Operation {
    try {
      return reader.read(operationIn(body));
    } catch (error) {
      throw error instanceof HubError ? refusal(error) : error;
    }
  }

  async function open(request: SubscriptionRequest): Promise<Results> {
    const operation = read(request.body);
    const giveUp = takePlace(request.admission);
    const { viewer } = request.admission;
    const forget = services.openSubscriptions.add({ viewer, categories: askedCategories(schema, operation.document) });
    const leave = (): void => {
      forget();
      giveUp();
    };
    try {
      const gone = new AbortController();
      setMaxListeners(0, gone.signal);
      const events = await begin(operation, request, gone.signal);
      return resultsOf(events, operation, request, gone, leave);
    } catch (error) {
      leave();
      throw error;
    }
  }

  const contextFor = (
    operation: Operation,
    { admission, correlationId }: SubscriptionRequest,
    signal: AbortSignal,
  ): Promise<RequestContext> =>
    hub.openRequest({
      viewer: admission.viewer,
      operation: { name: operation.name, text: operation.text, digest: operation.digest },
      correlationId,
      signal,
    });

  const argsFor = ({ document, operationName, variables }: Operation, contextValue: RequestContext) => ({
    schema,
    document,
    contextValue,
    variableValues: { ...variables },
    ...(operationName !== undefined && { operationName }),
  });

  /** Listens from here on. What was looked up for the arguments is recorded before the caller learns that it listens. */
  async function begin(
    operation: Operation,
    request: SubscriptionRequest,
    signal: AbortSignal,
  ): Promise<AsyncIterator<unknown>> {
    const context = await contextFor(operation, request, signal);
    const source = await createSourceEventStream(argsFor(operation, context));
    if (!(Symbol.asyncIterator in source)) throw new OperationRefused(told(source, request));
    const events = source[Symbol.asyncIterator]();
    try {
      await context.disclosures.settle();
      return events;
    } catch (error) {
      await events.return?.();
      throw error;
    }
  }

  /** The result of one event; undefined where this caller is told nothing of it. */
  async function resultOf(
    event: unknown,
    operation: Operation,
    request: SubscriptionRequest,
    signal: AbortSignal,
  ): Promise<FormattedExecutionResult | undefined> {
    const context = await contextFor(operation, request, signal);
    const result = await execute({ ...argsFor(operation, context), rootValue: event });
    const release = await context.disclosures.settle();
    if (result.errors?.some(({ originalError }) => originalError instanceof NothingToTell)) return undefined;
    if (release !== 'RELEASED') return errorResult(new HubError(release, changedWords[release]));
    return answer(result, request);
  }

  function resultsOf(
    events: AsyncIterator<unknown>,
    operation: Operation,
    request: SubscriptionRequest,
    gone: AbortController,
    leave: () => void,
  ): Results {
    const isOver = (): boolean => now() >= request.admission.until;
    async function* deliver(): AsyncGenerator<FormattedExecutionResult, undefined> {
      try {
        for (;;) {
          const event: IteratorResult<unknown> = await events.next();
          if (event.done === true) return;
          if (isOver()) throw new HubError('UNAUTHENTICATED', endedWords.TOKEN_EXPIRED);
          const result = await resultOf(event.value, operation, request, gone.signal);
          if (result) yield result;
        }
      } catch (error) {
        yield errorResult(endOf(error, request.correlationId));
      } finally {
        release();
      }
    }
    const release = (): void => {
      leave();
      gone.abort();
      void events.return?.();
    };
    const results = deliver();
    return {
      next: () => results.next(),
      // A generator that waits for an event would only hear of its end with the next one: the wait is ended first.
      return: async () => {
        release();
        return results.return(undefined);
      },
      throw: (error) => {
        release();
        return results.throw(error);
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }

  function endOf(error: unknown, correlationId: string): HubError {
    if (error instanceof FeedEnded) {
      return new HubError(
        error.reason === 'SLOW_READER' ? 'SLOW_READER' : 'SUBSCRIPTION_ENDED',
        endedWords[error.reason],
      );
    }
    const known = hubErrorOf(error);
    if (known instanceof HubError) return known;
    services.report({ what: 'a subscription', correlationId, error });
    return new HubError('UNEXPECTED', unexpected);
  }

  const answer = (result: ExecutionResult, request: SubscriptionRequest): FormattedExecutionResult => ({
    ...(result.errors && { errors: told(result, request) }),
    ...(result.data !== undefined && { data: result.data }),
  });

  const told = (result: ExecutionResult, { correlationId }: SubscriptionRequest) =>
    publicErrors(result, (error) => services.report({ what: 'a resolver', correlationId, error }));

  return { open };
}

const errorResult = (error: HubError): FormattedExecutionResult => ({
  data: null,
  errors: [publicError(error.toJSON(), error)],
});
