import { useState, type ReactNode } from 'react';
import type { Persona } from '../server/persona.js';
import type { Answer } from './ask.js';
import type { Caller } from './caller.js';
import { TokenHolder } from './token-holder.js';

interface CallerBarProps {
  /** Undefined where the hub is not a demonstration. */
  readonly personas: readonly Persona[] | undefined;
  readonly caller: Caller;
  readonly onCaller: (caller: Caller) => void;
  readonly lastAnswer: Answer | undefined;
}

/** The top of the page: who you are, as whom and why you ask, and what finds your last request in the hub's log. */
export function CallerBar({ personas, caller, onCaller, lastAnswer }: CallerBarProps): ReactNode {
  return (
    <header className="caller-bar">
      <h1>Work &amp; Health Hub</h1>
      {personas ? <PersonaSwitch personas={personas} onCaller={onCaller} /> : <TokenField onCaller={onCaller} />}
      {caller.kind === 'persona' ? (
        <Facts
          facts={{
            Persona: caller.persona.persona,
            Organisation: caller.persona.organisation,
            Purpose: caller.persona.purpose,
          }}
        />
      ) : (
        <TokenHolder key={caller.token} token={caller.token} />
      )}
      <LastAnswer answer={lastAnswer} />
    </header>
  );
}

/** Pairs of a name and a value. */
export function Facts({ facts }: { readonly facts: Readonly<Record<string, string>> }): ReactNode {
  return (
    <dl>
      {Object.entries(facts).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function PersonaSwitch({ personas, onCaller }: Pick<CallerBarProps, 'onCaller'> & { personas: readonly Persona[] }) {
  return (
    <p className="field">
      <label htmlFor="persona">You are</label>
      <select
        id="persona"
        onChange={({ target }) => {
          const persona = personas[target.selectedIndex];
          if (persona) onCaller({ kind: 'persona', persona });
        }}
      >
        {personas.map(({ persona, title }) => (
          <option key={persona} value={persona}>
            {title}
          </option>
        ))}
      </select>
      <span className="demo">Demonstration: made-up people</span>
    </p>
  );
}

function TokenField({ onCaller }: Pick<CallerBarProps, 'onCaller'>) {
  const [typed, setTyped] = useState('');
  return (
    <form
      className="field"
      onSubmit={(event) => {
        event.preventDefault();
        onCaller({ kind: 'token', token: typed.trim().replace(/^bearer\s+/i, '') });
      }}
    >
      <label htmlFor="token">Access token</label>
      <input
        id="token"
        type="password"
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <button type="submit">Use</button>
    </form>
  );
}

function LastAnswer({ answer }: { readonly answer: Answer | undefined }) {
  return (
    <p className="last-answer" role="status">
      {answer ? (
        <>
          Last answer: {answer.status}, correlation id <code>{answer.correlationId || 'none'}</code>
        </>
      ) : (
        'No answer yet'
      )}
    </p>
  );
}
