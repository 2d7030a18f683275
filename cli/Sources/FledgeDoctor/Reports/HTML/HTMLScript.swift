// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Draws the map of ``HTMLReport`` from the data in the page.
enum HTMLScript {
    static let text = #"""
        const data = JSON.parse(document.getElementById('data').textContent);
        const columns = document.getElementById('columns');
        const svg = document.getElementById('arrows');
        const details = document.getElementById('details');
        const titles = { routes: 'routes and controllers', services: 'services', database: 'database', other: 'other' };
        const boxes = new Map();
        const hottest = 30;  // A type of so much cognitive complexity is as warm as can be.

        const make = (tag, className, text) => {
          const node = document.createElement(tag);
          if (className) node.className = className;
          if (text !== undefined) node.textContent = text;
          return node;
        };

        const heat = (cognitive) => {
          const share = Math.min(cognitive / hottest, 1);
          return share < .5
            ? `color-mix(in oklab, var(--cool), var(--warm) ${Math.round(share * 200)}%)`
            : `color-mix(in oklab, var(--warm), var(--hot) ${Math.round((share - .5) * 160)}%)`;
        };

        const draw = (box) => {
          const node = make('button', `box ${box.layer} ${box.kind}`);
          node.type = 'button';
          node.style.setProperty('--heat', box.kind === 'table' ? 'var(--card)' : heat(box.cognitive));
          node.style.height = Math.round(Math.min(34 + Math.sqrt(box.lines) * 7, 150)) + 'px';
          node.append(make('strong', '', box.name));
          if (box.lines > 12) node.append(make('small', '', `${box.lines} lines, complexity ${box.cognitive}`));
          node.title = box.kind === 'table' ? `table ${box.name}` : `${box.name}: ${box.lines} lines, cognitive complexity ${box.cognitive}`;
          if (box.findings.length) node.append(make('span', 'badge', box.findings.length));
          node.addEventListener('click', () => pick(box));
          node.addEventListener('mouseenter', () => show(box.id));
          node.addEventListener('mouseleave', () => show(picked));
          boxes.set(box.id, node);
          return node;
        };

        let picked = null;

        const show = (name) => {
          const near = new Set(name ? [name] : []);
          svg.classList.toggle('picked', !!name);
          columns.classList.toggle('picked', !!name);
          for (const path of svg.querySelectorAll('path')) {
            const on = !!name && (path.dataset.from === name || path.dataset.to === name);
            path.classList.toggle('on', on);
            if (on) { near.add(path.dataset.from); near.add(path.dataset.to); }
          }
          for (const [key, node] of boxes) node.classList.toggle('near', near.has(key));
        };

        const pick = (box) => {
          picked = picked === box.id ? null : box.id;
          for (const [key, node] of boxes) node.classList.toggle('picked', key === picked);
          show(picked);
          details.hidden = !picked;
          details.replaceChildren();
          if (!picked) return;
          const head = make('h2', '', box.name);
          head.append(make('small', '', `${titles[box.layer]}, ${box.file}:${box.line}`));
          const close = make('button', 'close', '×');
          close.setAttribute('aria-label', 'Close');
          close.addEventListener('click', () => pick(box));
          details.append(close, head);
          const list = make('ul');
          const own = data.functions.filter((f) => f.name.startsWith(box.name + '.') || (box.kind === 'routes' && f.file === box.file));
          for (const f of own.sort((a, b) => b.cognitive - a.cognitive)) {
            const item = make('li');
            item.append(make('b', '', f.cognitive), document.createTextNode(`${f.name}  :${f.line}`));
            list.append(item);
          }
          if (own.length) details.append(list);
          for (const print of box.findings) {
            const found = document.getElementById('f-' + print);
            if (found) { const copy = found.cloneNode(true); copy.removeAttribute('id'); details.append(copy); }
          }
        };

        const connect = () => {
          const stage = document.getElementById('stage').getBoundingClientRect();
          svg.replaceChildren();
          const paths = data.map.arrows.filter((a) => boxes.has(a.from) && boxes.has(a.to));
          for (const arrow of paths) {
            const a = boxes.get(arrow.from).getBoundingClientRect(), b = boxes.get(arrow.to).getBoundingClientRect();
            const same = Math.abs(a.left - b.left) < 8;
            const forward = b.left > a.left;
            const x1 = (same || forward ? a.right : a.left) - stage.left, y1 = a.top + a.height / 2 - stage.top;
            const x2 = (same ? b.right : forward ? b.left : b.right) - stage.left, y2 = b.top + b.height / 2 - stage.top;
            const bend = same ? 34 : Math.max(30, Math.abs(x2 - x1) / 2) * (forward ? 1 : -1);
            const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
            const tip = same || !forward ? 1 : -1;
            path.setAttribute('d', `M${x1},${y1} C${x1 + bend},${y1} ${same ? x2 + bend : x2 - bend},${y2} ${x2},${y2}`
              + ` m${tip * 6},-4 l${-tip * 6},4 l${tip * 6},4`);
            path.dataset.from = arrow.from;
            path.dataset.to = arrow.to;
            svg.append(path);
          }
        };

        for (const layer of ['routes', 'services', 'database', 'other']) {
          const own = data.map.boxes.filter((b) => b.layer === layer && (b.functions || b.kind === 'table'));
          if (!own.length) continue;
          const column = make('div', `column ${layer}`);
          column.append(make('h3', '', titles[layer]));
          for (const module of [...new Set(own.map((b) => b.module))]) {
            const group = make('div', 'module');
            group.append(make('h4', '', module));
            const sorted = own.filter((b) => b.module === module).sort((a, b) => b.findings.length - a.findings.length || b.cognitive - a.cognitive || b.lines - a.lines);
            for (const box of sorted) group.append(draw(box));
            column.append(group);
          }
          columns.append(column);
        }
        connect();
        addEventListener('keydown', (e) => { if (e.key === 'Escape' && picked) pick({ id: picked }); });
        addEventListener('resize', connect);
        """#
}
