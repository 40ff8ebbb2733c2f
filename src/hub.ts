import { createPrivateKey, randomUUID } from 'node:crypto';
import { connectSources } from '../adapters/registry.js';
import type { CallContext, UpstreamCallEvent } from '../adapters/contract.js';
import type { ConnectedSource } from '../adapters/operations.js';
import { parseClassification } from './access/classification.js';
import { policyBook } from './access/policy-book.js';
import { parsePolicies } from './access/policy.js';
import type { ClientId, Consent, DataCategory, OrganisationId, Viewer } from './access/types.js';
import { createHistory } from './audit/history.js';
import { createMisdirected } from './audit/misdirected.js';
import { createFirstAccesses } from './audit/first-access.js';
import { createHistoryDelays } from './audit/history-delays.js';
import { createOperationTexts } from './audit/operation-texts.js';
import { createReceipts } from './audit/receipt.js';
import type { LedgerEvent } from './audit/record.js';
import { createDisclosureSearch } from './audit/search.js';
import { fileHeadSink, httpsHeadSink } from './audit/head-sink.js';
import { openLedger, type Ledger } from './audit/ledger.js';
import type { HubSettings } from './config.js';
import { everyConsentVersion } from './consent/as-of.js';
import { createFeeds } from './consent/feeds.js';
import { parseBasePolicies } from './consent/fhir/base-policies.js';
import { createWithdrawals, type Withdrawals } from './consent/withdrawals.js';
import { createOpenSubscriptions } from './event/open-subscriptions.js';
import { createCorrectionDesk } from './correction/desk.js';
import { createHolders } from './correction/holder.js';
import { createRecipients } from './correction/recipients.js';
import { createConsentDesk } from './consent/desk.js';
import { consentsOfPeople } from './consent/of-merged-records.js';
import { otherSubjects } from './graph/client-lookup.js';
import { createEmergencyDesk } from './emergency/desk.js';
import { openEvents } from './event/open.js';
import { createEmployerDesk } from './employer/desk.js';
import type { GraphServices, RequestContext } from './graph/context.js';
import { parseHistoryWords } from './graph/history-words.js';
import { readContract } from './graph/contract.js';
import { disputesOnce } from './graph/correction-view.js';
import { Disclosures } from './graph/disclosures.js';
import { askPds, createLoaders, searchPds } from './graph/loaders.js';
import { sendReferral } from './graph/outbound-referral.js';
import { sourcesForRequest } from './graph/sources.js';
import { createCursors } from './identity/cursor.js';
import { createDirectory } from './identity/directory.js';
import { createKeyring, type Keyring } from './identity/keyring.js';
import { createLinks } from './identity/links.js';
import { createMatchDesk } from './identity/matching/desk.js';
import { askWhoIsDescribed } from './identity/matching/described-client.js';
import { createLinkMatch } from './identity/matching/link.js';
import { parseMatchModel } from './identity/matching/model.js';
import { createMatchWorker, type MatchWorker } from './identity/matching/worker.js';
import { createPairwiseIds } from './identity/pairwise-id.js';
import { createRefresher, type Refresher } from './identity/refresher.js';
import { createUsedKeys } from './idempotency/used-keys.js';
import { createSuperseded } from './identity/superseded.js';
import { createUnlinking } from './identity/unlink.js';
import { createTracing } from './identity/trace.js';
import { createServiceCriteria } from './local-service/criteria.js';
import type { Log } from './log.js';
import { createRepresentationDesk } from './representation/desk.js';
import { loadProgrammes } from './programme/load.js';
import { createMisses } from './probing/misses.js';
import { createNotices } from './notice/notices.js';
import { packageRoot } from './package-root.js';
import { announcePolicyChanges } from './policy/announce.js';
import { createPolicyArchive } from './policy/archive.js';
import { readPolicyFile } from './policy/read-file.js';
import { createCapacities } from './referral/capacity.js';
import { createClockWatch } from './referral/clock-watch.js';
import { connectDeliveries, type Deliveries } from './referral/deliveries.js';
import { createCountReferrals } from './report/referrals.js';
import { createReadCaseload } from './report/read-caseload.js';
import { createReferralDesk } from './referral/desk.js';
import { createGateways } from './referral/gateways.js';
import { referralRelations } from './referral/relation-in-directory.js';
import { createReferralLists } from './referral/lists.js';
import { createOutbox } from './referral/outbox.js';
import { createPlaceOffers } from './referral/place-offers.js';
import { createPartnerLinks, type PartnerLinks } from './referral/partner-link/links.js';
import { createRounds, type ReferralRounds } from './referral/rounds.js';
import { raiseNotDelivered, raiseOverdue } from './referral/tasks.js';
import { createCaseDesk } from './support/case-desk.js';
import { caseRelations } from './support/case-relation.js';
import { createFollowUps } from './support/follow-ups.js';
import { createCaseClockWatch, type CaseClockWatch } from './support/clock-watch.js';
import { createCaseLists } from './support/case-lists.js';
import type { RepresentativeDocument } from './store/documents/representative.js';
import { createPlaces } from './support/places.js';
import { createSessionDesk } from './support/session-desk.js';
import { requireVersionsInUse } from './support/versions-in-use.js';
import { bringToFormat, storeFormat } from './migration/store-format.js';
import { openStore } from './store/open.js';
import type { Store } from './store/port.js';
import { createTaskDesk } from './task/desk.js';
import { createEscalation, type Escalation } from './task/escalation.js';

/** What a request brings. */
export interface Incoming {
  readonly viewer: Viewer;
  /** `text` is what the digest is of; of what the hub does of itself there is none. */
  readonly operation: { readonly name: string; readonly digest: string; readonly text?: string };
  readonly correlationId: string;
  readonly signal: AbortSignal;
}

/** Everything that the hub is built from, running. */
export interface Hub {
  readonly settings: HubSettings;
  readonly contract: string;
  readonly services: GraphServices;
  readonly store: Store;
  readonly ledger: Ledger;
  readonly keyring: Keyring;
  /** Keeps demographics fresh in the background, once started. */
  readonly refresher: Refresher;
  /** Searches PDS for people whom somebody could only describe, once started. */
  readonly matchWorker: MatchWorker;
  /** Moves overdue tasks on in the background, once started. */
  readonly escalation: Escalation;
  /** Raises the tasks of cases whose clocks ran out in the background, once started. */
  readonly caseClocks: CaseClockWatch;
  /** Finishes withdrawals that a crash cut short, and hears of those of other processes, in the background, once started. */
  readonly withdrawals: Withdrawals;
  /** Delivers referrals and watches their clocks in the background, once started. */
  readonly rounds: ReferralRounds;
  readonly deliveries: Deliveries;
  /** Links for partners without a system. */
  readonly partnerLinks: PartnerLinks;
  readonly now: () => number;
  readonly log: Log;
  openRequest(incoming: Incoming): Promise<RequestContext>;
  close(): Promise<void>;
}

/** What a test may replace. */
export interface HubParts {
  readonly log: Log;
  readonly now: () => number;
  readonly onCall: (event: UpstreamCallEvent) => void;
}

const hourMs = 3_600_000;

/** The one container: what is built from what, in this order. Rejects, with nothing left open, where a part cannot start. */
export async function buildHub(settings: HubSettings, { log, now, onCall }: HubParts): Promise<Hub> {
  const programmes = loadProgrammes(settings.programmes);
  const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
  const policies = policyBook(parsePolicies(readPolicyFile('sharing', settings.policies.sharing)));
  policies.on(dayOf(now())); // a hub without a policy for today does not start
  const historyWords = parseHistoryWords(readPolicyFile('accessHistory', settings.policies.accessHistory));
  const matchModel = parseMatchModel(readPolicyFile('matching', settings.policies.matching));
  const classification = parseClassification(readPolicyFile('classification', settings.policies.classification));
  const basePolicies = parseBasePolicies(readPolicyFile('consentPolicies', settings.policies.consentPolicies));
  const serviceCriteria = createServiceCriteria(settings.localServices);
  const keyring = createKeyring(settings.keys, settings.lookupKey);
  const report: GraphServices['report'] = ({ what, correlationId, error }) =>
    log.error({ what, correlationId, fault: faultOf(error) });
  const reportOwn =
    (what: string) =>
    (error: unknown): void =>
      report({ what, correlationId: '-', error });
  const store = await openStore(settings.store);
  const opened: (() => Promise<void>)[] = [() => store.close()];
  const closeAll = async (): Promise<void> => {
    for (const close of opened.reverse()) await close();
  };
  try {
    const migrated = await bringToFormat(store, keyring, now);
    if (migrated) log.warn({ what: 'the store was brought to this format', format: storeFormat, ...migrated });
    await requireVersionsInUse(store, programmes);
    const policyArchive = createPolicyArchive({ store, now });
    await policyArchive.check(policies.versions);
    await announcePolicyChanges(policies, policyArchive, dayOf(now()), log);
    await policyArchive.activate(policies.on(dayOf(now())));
    const { heads, headKey } = settings.ledger;
    const ledger = await openLedger({
      store,
      headKey: createPrivateKey(headKey),
      publish: 'file' in heads ? fileHeadSink(heads.file) : httpsHeadSink(heads.url, { ca: heads.ca }),
      now,
    });
    opened.push(() => ledger.close());
    const events = await openEvents(settings.store, store, reportOwn('the passing on of events'));
    opened.push(() => events.close());

    const pairwiseIds = createPairwiseIds(keyring.derive('pairwise-ids'));
    const directory = createDirectory({ store, keyring, pairwiseIds });
    const consentDesk = createConsentDesk({ store, keyring, policyNow: () => policies.on(dayOf(now())), now });
    const representatives = createRepresentationDesk({
      store,
      keyring,
      policyNow: () => policies.on(dayOf(now())),
      now,
    });
    const consents = consentsOfPeople(consentDesk, directory.othersOf);
    const gateways = createGateways(settings.referral.gateways, programmes);
    const operator = settings.operator as OrganisationId;
    const tasks = createTaskDesk({ store, keyring, emit: events.emit, now });
    const places = createPlaces({ store, now });
    const offers = createPlaceOffers({ store, gateways, programmes, places, tasks, now });
    const followUps = createFollowUps({
      store,
      programmes,
      tasks,
      relations: caseRelations(directory),
      placeFreed: (programme) => offers.offer(programme),
      now,
    });
    const links = createLinks({ store, keyring, subjectOf: directory.subjectOf, now });
    const matches = createMatchDesk({
      store,
      keyring,
      tasks,
      model: matchModel,
      operator,
      link: createLinkMatch({
        directory,
        links,
      }),
      now,
    });
    const connected = await connectSources(
      settings.sources,
      { now, onCall, onError: reportOwn('a provider’s file') },
      { store, keyring, askWho: askWhoIsDescribed(matches) },
    );
    opened.push(async () => {
      await Promise.all(connected.map(({ connection }) => connection.close()));
    });

    const unlinking = createUnlinking({ store, keyring, directory, tasks, now });
    const misdirected = createMisdirected(store);
    await unlinking.finishDue();
    const notices = createNotices(store, events.emit);
    const firstAccesses = createFirstAccesses({ store, notices, othersOf: directory.othersOf });
    opened.push(() => firstAccesses.idle());
    const partnerLinks = createPartnerLinks({ store, secret: keyring.derive('referral-links'), now });
    const relations = referralRelations(directory);
    const cases = createCaseDesk({
      store,
      keyring,
      programmes,
      emit: events.emit,
      followUps: followUps.person,
      places,
      now,
    });
    const withdrawals = createWithdrawals({
      store,
      feeds: createFeeds(connected),
      tasks,
      subjectsOf: async (client) => {
        const [known, merged] = await Promise.all([directory.byIds([client]), directory.mergedInto([client])]);
        const document = known.get(client);
        return document ? directory.subjectsOf(document, merged.get(document.id) ?? []) : [];
      },
      now,
      report: reportOwn('what follows from withdrawals'),
    });
    const services: GraphServices = {
      directory,
      matches,
      matchModel,
      consents,
      corrections: createCorrectionDesk({
        store,
        keyring,
        tasks,
        holderOf: createHolders({ directory, holders: settings.corrections.holders, operator }),
        recipientsOf: createRecipients({
          store,
          recordsOf: async (client) => [
            client,
            ...((await directory.mergedInto([client])).get(client) ?? []).map(({ id }) => id),
          ],
        }),
        notices,
        now,
      }),
      sourcesOf: sourcesByCategory(connected),
      referrals: createReferralDesk({
        store,
        keyring,
        gateways,
        programmes,
        relations,
        offers,
        giveUp: raiseNotDelivered(tasks, now),
        links: partnerLinks,
        emit: events.emit,
        now,
      }),
      referralLists: createReferralLists(store),
      gateways,
      cases,
      readCaseload: createReadCaseload({ store, read: cases.read }),
      countReferrals: createCountReferrals(store),
      places,
      caseLists: createCaseLists(store),
      sessions: createSessionDesk({ store, keyring, programmes, now }),
      employers: createEmployerDesk({ store, keyring, programmes, followUps: followUps.employer, now }),
      capacities: createCapacities({ store, now }),
      consentVersions: (records) => everyConsentVersion(store, records),
      representatives,
      pairwiseIds,
      cursors: createCursors(keyring.derive('cursors')),
      tracing: createTracing({
        store,
        keyring,
        subjectOf: directory.subjectOf,
        superseded: createSuperseded({ store, keyring, tasks, now, operator }),
        now,
        freshForMs: settings.identity.demographicsFreshForHours * hourMs,
      }),
      historyWords,
      historyDelays: createHistoryDelays({ store, now }),
      receipts: createReceipts(store),
      operationTexts: createOperationTexts({ store, now }),
      searchDisclosures: createDisclosureSearch(store),
      operator,
      organisationName: (organisation) => settings.organisationNames[organisation],
      events,
      links,
      unlinking,
      misdirected,
      history: createHistory(store, directory.othersOf, async (records, limit, after) => {
        const own = new Set(records);
        const unlinks = (await unlinking.unlinksOf(records)).filter(({ clientId }) => !own.has(clientId));
        return (await Promise.all(unlinks.map((unlink) => misdirected(unlink, limit, after)))).flat();
      }),
      tasks,
      emergency: createEmergencyDesk({
        store,
        keyring,
        notices,
        tasks,
        policyNow: () => policies.on(dayOf(now())),
        now,
      }),
      notices,
      withdrawals,
      openSubscriptions: createOpenSubscriptions(),
      usedKeys: createUsedKeys({ store, keyring, now }),
      misses: createMisses({
        store,
        tasks,
        limits: settings.probing,
        now,
        report: reportOwn('the counting of misses'),
      }),
      policies,
      policyArchive,
      classification,
      basePolicies,
      programmes,
      serviceCriteria,
      now,
      checkNHSNumbers: settings.identity.nhsNumberCheck,
      report,
    };
    const refresher = createRefresher({
      store,
      tracing: services.tracing,
      ask: (subject) => askPds(sourcesForRequest(connected, ownCall(now, settings)))(subject),
      now,
      pauseMs: refreshPauseMs(settings),
      report: reportOwn('the refresh of demographics'),
    });
    opened.push(() => refresher.stop());
    const matchWorker = createMatchWorker({
      desk: matches,
      search: (by) => searchPds(sourcesForRequest(connected, ownCall(now, settings)))(by),
      report: reportOwn('the search for people without an NHS number'),
    });
    opened.push(() => matchWorker.stop());
    const escalation = createEscalation({
      store,
      operator,
      emit: events.emit,
      now,
      report: reportOwn('the clock of the task queue'),
    });
    opened.push(() => escalation.stop());
    const caseClocks = createCaseClockWatch({
      store,
      followUps,
      now,
      report: reportOwn('the clocks of cases'),
    });
    opened.push(() => caseClocks.stop());
    opened.push(() => withdrawals.stop());
    const recordDisclosures = async (events: readonly LedgerEvent[]): Promise<void> => {
      const marked = await firstAccesses.mark(events);
      const at = new Date(now()).toISOString();
      await Promise.all([ledger.append(marked), firstAccesses.tell(marked, at)]); // one commit, as a rule
      firstAccesses.remember(marked, at);
    };
    const consentsNow = async (clients: readonly ClientId[]): Promise<ReadonlyMap<ClientId, readonly Consent[]>> =>
      new Map([...(await consents.newest(clients))].map(([id, found]) => [id, found.map(({ consent }) => consent)]));

    const proxyNow = async (id: string): Promise<RepresentativeDocument | undefined> => {
      const document = await representatives.byId(id);
      return document?.representation.status === 'ACTIVE' ? document : undefined;
    };
    const restrictedNow = async (clients: readonly ClientId[]): Promise<ReadonlySet<ClientId>> =>
      new Set(
        [...(await directory.byIds(clients))].flatMap(([id, { restriction }]) => (restriction === 'U' ? [] : [id])),
      );

    const deliveries = connectDeliveries(settings.referral.deliveries, { now, onCall }, partnerLinks);
    opened.push(() => deliveries.close());
    const rounds = createRounds({
      outbox: createOutbox({
        store,
        send: (referral, entry) =>
          sendReferral(referral, entry, { deliveries, openRequest: (incoming) => hub.openRequest(incoming) }),
        giveUp: raiseNotDelivered(services.tasks, now),
        holder: randomUUID(),
        now,
        random: Math.random,
        report: reportOwn('the outbox of referrals'),
      }),
      clocks: createClockWatch({
        store,
        relations,
        offers,
        raise: raiseOverdue(services.tasks, now),
        emit: events.emit,
        now,
      }),
      now,
      report: reportOwn('the rounds of referrals'),
    });
    opened.push(() => rounds.stop());

    const hub: Hub = {
      settings,
      contract: readContract(new URL('schema/', packageRoot)),
      services,
      store,
      ledger,
      keyring,
      refresher,
      matchWorker,
      escalation,
      caseClocks,
      withdrawals,
      rounds,
      deliveries,
      partnerLinks,
      now,
      log,
      async openRequest({ viewer, operation: { text, ...operation }, correlationId, signal }) {
        const call: CallContext = {
          signal,
          deadline: now() + settings.requestDeadlineMs,
          correlationId,
          onBehalfOf: viewer,
        };
        const onFault = (error: unknown): void => services.report({ what: 'a source’s answer', correlationId, error });
        const today = dayOf(now());
        const policy = policies.on(today);
        await policyArchive.activate(policy);
        const disclosures = new Disclosures(
          {
            policy,
            append: async (events) => {
              if (text !== undefined) await services.operationTexts.keep(operation.digest, text);
              await recordDisclosures(events);
            },
            consentsNow,
            restrictedNow,
            proxyNow,
            emergenciesNow: () => services.emergency.runningFor(viewer),
            instant: () => new Date(now()).toISOString(),
            sourcesOf: services.sourcesOf,
            missed: () => services.misses.missed(viewer),
          },
          { viewer, operation, correlationId, today },
        );
        const sources = sourcesForRequest(connected, call);
        let emergencies: ReturnType<RequestContext['emergencies']> | undefined;
        const context: RequestContext = {
          viewer,
          self: viewer.nhsNumber && (await directory.byNHSNumber(viewer.nhsNumber))?.id,
          services,
          load: createLoaders(sources, {
            classification,
            onFault,
            periodsOf: (file, category) => disclosures.dataPeriods(file, category),
            async identify({ document }) {
              const traced = await services.tracing.demographics(document, askPds(sources));
              return traced.kind === 'held' ? directory.subjectOf(traced.client) : undefined;
            },
            subjects: {
              fileOf: otherSubjects(() => context),
              decide: (file, category, section) => disclosures.decide(file, category, section),
              decideThrough: (file, category, section) => disclosures.decideThrough(file, category, section),
              onHeldBack: (upstream) => onCall({ upstream, outcome: 'OTHER_SUBJECT', durationMs: 0 }),
            },
          }),
          disclosures,
          emergencies: () => (emergencies ??= services.emergency.runningFor(viewer)),
          disputes: disputesOnce(() => context),
          call,
          policy,
          today,
        };
        return context;
      },
      close: closeAll,
    };
    return hub;
  } catch (error) {
    await closeAll();
    throw error;
  }
}

/** The hub asking for itself, to keep what it holds fresh. */
function ownCall(now: () => number, { requestDeadlineMs, operator }: HubSettings): CallContext {
  return {
    signal: new AbortController().signal,
    deadline: now() + requestDeadlineMs,
    correlationId: randomUUID(),
    onBehalfOf: {
      subject: 'work-health-hub',
      organisation: operator as OrganisationId,
      audience: 'CLINICIAN',
      purpose: 'DIRECT_CARE',
    },
  };
}

/** Half of the PDS rate is for the background; the rest for people who are waiting. */
const refreshPauseMs = ({ sources }: HubSettings): number => 2_000 / (sources['nhs-pds']?.ratePerSecond ?? 5);

function sourcesByCategory(connected: readonly ConnectedSource[]): (category: DataCategory) => readonly string[] {
  const known = new Map<DataCategory, readonly string[]>();
  return (category) => {
    let names = known.get(category);
    if (!names)
      known.set(category, (names = connected.filter(({ feeds }) => feeds.includes(category)).map(({ name }) => name)));
    return names;
  };
}

/** An error as a log may hold it: its kind and where it was thrown, no message, because a message can hold anything. */
function faultOf(error: unknown): { readonly name: string; readonly at: readonly string[] } {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    at: frames.slice(0, 5).map((line) => line.trim().replace(/\(?(file:\/\/)?\/.*\/(dist|node_modules)\//, '$2/')),
  };
}
