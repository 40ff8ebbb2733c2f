import { GraphiQL, type GraphiQLProps } from 'graphiql';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import 'graphiql/style.css';
import type { Persona } from '../server/persona.js';
import { ask, type Answer } from './ask.js';
import { CallerBar } from './caller-bar.js';
import { readPersonas, tokenOf, type Caller } from './caller.js';
import { EditorAccess } from './editor-access.js';
import { ExampleTabs } from './example-tabs.js';
import { examples } from './examples.js';
import './explorer.css';
import './graphiql.css';
import { isSubscription, listen, type Listening } from './listen.js';
import { memoryStorage } from './memory-storage.js';
import { fillIn, samplesFor, samplesIn, type Samples } from './samples.js';

interface ExplorerProps {
  readonly personas: readonly Persona[] | undefined;
  readonly first: Caller;
}

const samplesOf = (caller: Caller): Samples => samplesFor(caller.kind === 'persona' ? caller.persona : undefined);

/** GraphiQL below a bar that says, and switches, who is asking. */
function Explorer({ personas, first }: ExplorerProps): ReactNode {
  const [caller, setCaller] = useState(first);
  const [lastAnswer, setLastAnswer] = useState<Answer>();
  const [learned, setLearned] = useState<Samples>({});
  const samples = useMemo(() => samplesOf(caller), [caller]);
  const [storage] = useState(memoryStorage);
  const [tabs] = useState(() =>
    examples.map(({ operation, variables }) => ({
      query: operation,
      variables: fillIn(JSON.stringify(variables), samples),
    })),
  );

  const current = useRef(caller);
  const listening = useRef<Listening>(undefined);
  const become = (next: Caller): void => {
    current.current = next;
    // What somebody listened to is not for whoever comes after.
    void listening.current?.return?.();
    setCaller(next);
    setLastAnswer(undefined);
    setLearned({});
  };
  // GraphiQL reads the schema again when its fetcher is another: needed for another token, not for another persona.
  const pasted = caller.kind === 'token' ? caller.token : undefined;
  const fetcher = useMemo<GraphiQLProps['fetcher']>(
    () => async (operation, options) => {
      const asked = current.current;
      if (isSubscription(operation)) return (listening.current = listen(operation, tokenOf(asked))) as never;
      const answer = await ask(operation, tokenOf(asked), options?.headers);
      if (operation.operationName !== 'IntrospectionQuery') {
        if (asked !== current.current) throw new Error('You became somebody else meanwhile: ask again.');
        setLastAnswer(answer);
        setLearned(samplesIn(answer.body.data));
      }
      return answer.body as never;
    },
    [pasted],
  );

  return (
    <>
      <CallerBar personas={personas} caller={caller} onCaller={become} lastAnswer={lastAnswer} />
      <main>
        <GraphiQL
          fetcher={fetcher}
          storage={storage}
          defaultTabs={tabs}
          defaultEditorToolsVisibility="variables"
          shouldPersistHeaders={false}
          {...(pasted === '' && { schema: null })}
        >
          <GraphiQL.Logo>
            <></>
          </GraphiQL.Logo>
          <ExampleTabs caller={caller} samples={samples} learned={learned} />
          <EditorAccess />
        </GraphiQL>
      </main>
    </>
  );
}

const place = document.getElementById('explorer');
if (!place) throw new Error('index.html has no #explorer');
const root = createRoot(place);
try {
  const personas = await readPersonas();
  const first: Caller = personas ? { kind: 'persona', persona: personas[0] } : { kind: 'token', token: '' };
  root.render(<Explorer personas={personas} first={first} />);
} catch {
  root.render(
    <p className="loading" role="alert">
      The hub does not answer. Reload the page to try again.
    </p>,
  );
}
