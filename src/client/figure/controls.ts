import {
  chooseInitials,
  formatValue,
  initialValues,
  readValues,
  type Parameters,
  type Values,
} from '../../figures/shared/parameter.ts';
import { find } from './find.ts';

type Control = HTMLInputElement | HTMLSelectElement;

/** The controls of a figure. They hold its state. */
export class Controls {
  /** With the initial values that the author of the page set: the build wrote them into the controls. */
  readonly parameters: Parameters;
  readonly #fieldset: HTMLFieldSetElement;

  constructor(root: HTMLElement, parameters: Parameters) {
    this.#fieldset = find(root, '.interactive-controls', HTMLFieldSetElement);
    for (const template of this.#fieldset.querySelectorAll('template'))
      template.replaceWith(template.content);
    this.parameters = chooseInitials(parameters, (name) => {
      const control = this.#find(name);
      return control && readDefault(control);
    });
  }

  /** Enables the controls; calls `update` at each input, and `keep` when a change is committed. */
  enable(update: () => void, keep: () => void): void {
    this.#fieldset.disabled = false;
    this.#fieldset.addEventListener('input', update);
    this.#fieldset.addEventListener('change', () => {
      this.fill(this.read());
      keep();
    });
    find(this.#fieldset, '[data-reset]', HTMLElement).addEventListener('click', () => {
      this.fill(initialValues(this.parameters));
      update();
      keep();
    });
  }

  remove(): void {
    this.#fieldset.remove();
  }

  read(): Values {
    return readValues(this.parameters, (name) => this.#find(name)?.value);
  }

  /** The values, with others for some parameters. */
  readWith(others: ReadonlyMap<string, number>): Values {
    return readValues(
      this.parameters,
      (name) => others.get(name)?.toString() ?? this.#find(name)?.value,
    );
  }

  /** Moves a control by a number of steps, down where it is negative. */
  step(name: string, steps: number): void {
    const control = this.#find(name);
    if (control instanceof HTMLInputElement) control.stepUp(steps);
  }

  /** Sets the controls to these values. */
  fill(values: Values): void {
    for (const [name, parameter] of Object.entries(this.parameters)) {
      const control = this.#find(name);
      // The previous limit could clamp the new value.
      if (parameter.kind === 'range') control?.setAttribute('max', String(parameter.maximum));
      if (control) setValue(control, String(values[name]));
    }
    this.limit(values);
  }

  /** Shows the values beside the controls, sets the limits that follow from them, and hides controls without effect. */
  limit(values: Values): void {
    for (const [name, parameter] of Object.entries(this.parameters)) {
      const control = this.#find(name);
      const row = control?.closest<HTMLElement>('.control');
      if (!control || !row) continue;
      const { only } = parameter;
      if (only) row.hidden = !only.values.includes(String(values[only.parameter]));
      if (parameter.kind !== 'range') continue;
      const value = Number(values[name]);
      if (parameter.upTo !== undefined) {
        const maximum = Math.min(parameter.maximum, Number(values[parameter.upTo]));
        control.setAttribute('max', String(maximum));
      }
      const shown = formatValue(parameter, value);
      const output = row.querySelector('output');
      if (output) output.value = shown;
      if (parameter.base) control.ariaValueText = shown;
    }
  }

  #find(name: string): Control | undefined {
    const control = this.#fieldset.elements.namedItem(name);
    return control instanceof HTMLInputElement || control instanceof HTMLSelectElement
      ? control
      : undefined;
  }
}

/** Sets the value of a control. A menu of presets gets an option for a number of an address that is none of them. */
function setValue(control: Control, value: string): void {
  control.value = value;
  if (!(control instanceof HTMLSelectElement) || control.value === value) return;
  const { other = value } = control.dataset;
  // One option stands for all numbers without names.
  [...control.options]
    .find(({ text, defaultSelected }) => text === other && !defaultSelected)
    ?.remove();
  control.add(new Option(other, value, false, true));
}

/** The value that the build gave to a control. */
function readDefault(control: Control): string {
  if (control instanceof HTMLInputElement) return control.defaultValue;
  return [...control.options].find((option) => option.defaultSelected)?.value ?? '';
}
