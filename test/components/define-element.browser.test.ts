import { expect, fixture, html } from '@open-wc/testing';
import { AgentPerformance } from '../../components/agent-performance/agent-performance.js';
import { defineElement } from '../../components/define-element.js';
import { ImpactThisWeek } from '../../components/reports/impact-this-week.js';
import { isKitElement, tagNames } from '../../components/tag-names.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { handCounted, NOW } from '../support/hand-made-records.js';
import { isReady, only, wordsOf } from '../support/kit-page.js';
import { recordWarnings } from '../support/warnings.js';

describe('defineElement', () => {
  it('defines every tag of the kit', () => {
    for (const tag of tagNames) expect(customElements.get(tag), tag).not.to.equal(undefined);
    expect(customElements.get('agent-performance')).to.equal(AgentPerformance);
  });

  it('says nothing where the same class comes again', () => {
    const warnings = recordWarnings();
    defineElement('agent-performance', AgentPerformance);
    expect(warnings.stop()).to.deep.equal([]);
  });

  it('leaves a tag that is taken as it is, warns once, and the page works', async () => {
    const warnings = recordWarnings();
    defineElement('agent-performance', class extends AgentPerformance {});
    defineElement('impact-this-week', class extends ImpactThisWeek {});
    const said = warnings.stop();
    expect(said.length).to.equal(1);
    expect(said[0]).to.match(/^<agent-performance>: .*another copy of Deskglass.*Load the kit once/);
    expect(customElements.get('impact-this-week')).to.equal(ImpactThisWeek);
    const page = await fixture<AgentPerformance>(
      html`<agent-performance now=${NOW} .adapter=${memoryAdapter(handCounted)}>
        <impact-this-week></impact-this-week>
      </agent-performance>`,
    );
    await isReady(only(page, 'impact-this-week'));
    expect(wordsOf(only(page, 'impact-this-week'))).to.contain('conversations');
  });

  it('knows which elements are the kit’s', () => {
    expect(isKitElement(document.createElement('impact-this-week'))).to.equal(true);
    expect(isKitElement(document.createElement('div'))).to.equal(false);
  });
});
