// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// How the page of ``HTMLReport`` looks, by day and by night.
enum HTMLStyle {
    static let text = """
        :root {
          color-scheme: light dark;
          --paper: #fbfaf8; --card: #fff; --ink: #1d1c1a; --soft: #6b6862; --line: #e4e0d9;
          --routes: #3b6fd4; --services: #2f8f5b; --database: #8a4fc4; --other: #9a958c;
          --cool: #eef1ee; --warm: #f6c177; --hot: #e5533d; --code: #f4f2ee; --mark: #fdf0c8;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --paper: #161719; --card: #1f2123; --ink: #ececea; --soft: #9a9c9e; --line: #34373a;
            --routes: #7aa2f7; --services: #6fcf97; --database: #bb8df0; --other: #85888c;
            --cool: #2a2e30; --warm: #9a6a1f; --hot: #c0402d; --code: #191b1d; --mark: #45391a;
          }
        }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--paper); color: var(--ink);
          font: 15px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; }
        header, main { max-width: 1320px; margin: 0 auto; padding: 0 28px; }
        header { padding-top: 36px; }
        h1 { font-size: 30px; margin: 0; letter-spacing: -.02em; }
        h2 { font-size: 18px; margin: 0; }
        .lead { color: var(--soft); margin: 4px 0 18px; font-size: 17px; }
        .shares { display: flex; gap: 3px; height: 14px; border-radius: 7px; overflow: hidden; }
        .shares i { display: block; min-width: 3px; }
        .routes { --layer: var(--routes); } .services { --layer: var(--services); }
        .database { --layer: var(--database); } .other { --layer: var(--other); }
        .shares i, .dot { background: var(--layer); }
        .dot { display: inline-block; width: 9px; height: 9px; border-radius: 50%; margin-right: 8px; }
        table { border-collapse: collapse; margin: 14px 0 0; font-variant-numeric: tabular-nums; }
        th, td { text-align: right; padding: 3px 0 3px 26px; font-weight: 400; }
        thead th { color: var(--soft); font-size: 13px; }
        th:first-child { text-align: left; padding-left: 0; }
        main { padding-bottom: 80px; }
        .map { margin-top: 34px; }
        .head { display: flex; align-items: baseline; gap: 18px; flex-wrap: wrap; }
        .hint { color: var(--soft); margin: 0; font-size: 13px; }
        #stage { position: relative; margin-top: 14px; }
        #arrows { position: absolute; inset: 0; width: 100%; height: 100%; pointer-events: none; }
        #arrows path { fill: none; stroke: var(--soft); stroke-width: 1.3; opacity: .34; }
        #arrows path.on { stroke: var(--ink); opacity: .95; stroke-width: 1.8; }
        #arrows.picked path:not(.on) { opacity: .06; }
        #columns { display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; gap: 92px; align-items: start; }
        .column > h3 { margin: 0 0 10px; font-size: 13px; color: var(--layer); font-weight: 600; }
        .module { border: 1px solid var(--line); border-radius: 12px; padding: 10px; margin-bottom: 16px; }
        .module > h4 { margin: 0 0 8px 2px; font-size: 12px; color: var(--soft); font-weight: 500; }
        .box { display: flex; width: 100%; flex-direction: column; justify-content: center; gap: 1px; text-align: left;
          border: 1px solid color-mix(in oklab, var(--heat) 70%, var(--line)); border-left: 4px solid var(--layer);
          border-radius: 8px; background: var(--heat); color: inherit; font: inherit; padding: 4px 10px;
          margin-bottom: 7px; cursor: pointer; position: relative; overflow: hidden; }
        .box:last-child { margin-bottom: 0; }
        .box strong { font-weight: 600; font-size: 13.5px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
        .box small { font-size: 11.5px; opacity: .72; white-space: nowrap; }
        .box.table { border-style: dashed; border-left-style: solid; font-family: ui-monospace, monospace; }
        .box:hover, .box.picked { outline: 2px solid var(--layer); outline-offset: 1px; }
        #columns.picked .box:not(.near) { opacity: .35; }
        .badge { position: absolute; right: 8px; top: 7px; background: var(--hot); color: #fff; border-radius: 9px;
          font-size: 11px; line-height: 18px; min-width: 18px; text-align: center; padding: 0 5px; font-weight: 600; }
        #details { position: fixed; z-index: 2; top: 0; right: 0; bottom: 0; width: min(600px, 92vw); overflow-y: auto;
          background: var(--card); border-left: 1px solid var(--line); padding: 22px 26px 40px;
          box-shadow: -12px 0 40px rgb(0 0 0 / .12); }
        #details[hidden] { display: none; }
        #details h2 small { display: block; color: var(--soft); font-weight: 400; font-size: 13px; }
        #details .finding { background: none; padding: 12px 14px; }
        .close { float: right; border: 0; background: none; color: var(--soft); font-size: 22px; line-height: 1; cursor: pointer; }
        #details ul { list-style: none; padding: 0; margin: 12px 0 0; font-size: 13px; }
        #details li { font-family: ui-monospace, monospace; padding: 1px 0; }
        #details li b { display: inline-block; min-width: 28px; color: var(--soft); font-weight: 500; }
        .list { margin-top: 40px; }
        .finding { background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--tone);
          border-radius: 10px; padding: 14px 18px; margin-top: 14px; }
        .error { --tone: var(--hot); } .warning { --tone: #e0a030; } .note { --tone: var(--other); }
        .finding h3 { margin: 0; font-size: 14px; font-weight: 600; }
        .severity { color: var(--tone); margin-right: 6px; font-weight: 600; }
        .finding p { margin: 5px 0 0; }
        .todo { color: var(--soft); }
        figure { margin: 12px 0 0; }
        figcaption { font-size: 12px; color: var(--soft); margin-bottom: 4px; font-family: ui-monospace, monospace; }
        pre { background: var(--code); border-radius: 8px; margin: 0; padding: 10px 0; overflow-x: auto;
          font: 12.5px/1.55 ui-monospace, "SF Mono", Menlo, monospace; }
        pre b { display: inline-block; width: 44px; padding-right: 14px; text-align: right; color: var(--soft);
          font-weight: 400; user-select: none; }
        mark { background: var(--mark); color: inherit; display: inline-block; min-width: 100%; }
        @media (max-width: 900px) {
          #columns { grid-auto-flow: row; gap: 12px; } #arrows { display: none; }
          table { display: block; overflow-x: auto; }
        }
        """
}
