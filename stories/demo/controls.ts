import { find } from './element.js';
import { languages, themes, timeZones, type Settings } from './settings.js';

/** Wires the help desk's controls; `change` is called with what a person chose. */
export function controls(root: ParentNode, settings: Settings, change: (changes: Partial<Settings>) => void): void {
  const select = (name: string) => find<HTMLSelectElement>(root, `select[name=${name}]`);
  const choose = <Value extends string>(name: string, values: readonly Value[], apply: (value: Value) => void) => {
    const field = select(name);
    field.addEventListener('change', () => {
      const value = values.find((candidate) => candidate === field.value);
      if (value !== undefined) apply(value);
    });
  };

  const zones: readonly string[] = timeZones.some((zone) => zone === settings.zone)
    ? timeZones
    : [settings.zone, ...timeZones];
  select('zone').replaceChildren(...zones.map((zone) => new Option(zone, zone)));
  select('zone').value = settings.zone;
  select('language').value = settings.language;
  select('theme').value = settings.theme;
  choose('zone', zones, (zone) => change({ zone }));
  choose('language', languages, (language) => change({ language }));
  choose('theme', themes, (theme) => change({ theme }));

  const compact = find<HTMLInputElement>(root, 'input[name=compact]');
  compact.checked = settings.compact;
  compact.addEventListener('change', () => change({ compact: compact.checked }));
}
