"""Ways to run a script or to ask the network for something, in every place of a mail in which they could work.

`TRAP` is an address that nothing may ask for; a script that runs calls `hacked`.
"""

from collections.abc import Iterator

TRAP = "http://trap.example"
RUN = "top.hacked=1"

SCRIPTS = (
    "<script>{run}</script>",
    "<ScRiPt>{run}</sCrIpT>",
    "<script src={trap}/a.js></script>",
    "<script/src={trap}/a.js>",
    "<<script>{run}//<</script>",
    "<script\x0c>{run}</script>",
    "</textarea><script>{run}</script>",
    "</title><script>{run}</script>",
    "</style><script>{run}</script>",
    "--><script>{run}</script>",
    "]]><script>{run}</script>",
    "</noscript><script>{run}</script>",
    "<noscript><p title='</noscript><img src=x onerror={run}>'>",
    "<svg><script>{run}</script></svg>",
    "<svg><script href='{trap}/a.js'/></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=x onerror={run}&gt;'>",
    "<form><math><mtext></form><form><mglyph><style></math><img src=x onerror={run}>",
    "<svg></p><style><a id='</style><img src=x onerror={run}>'>",
    "<template><script>{run}</script></template>",
    "<xmp><p title='</xmp><img src=x onerror={run}>'>",
    "<object data='data:text/html,<script>{run}</script>'></object>",
    "<embed src='data:text/html,<script>{run}</script>'>",
    "<iframe srcdoc='<script>{run}</script>'></iframe>",
    "<iframe src='javascript:{run}'></iframe>",
    "<meta http-equiv=refresh content='0;url=javascript:{run}'>",
    "<meta http-equiv=refresh content='0;{trap}/m'>",
    "<base href='{trap}/'><script src=a.js></script>",
    "<form action='javascript:{run}'><button autofocus>x</button></form>",
    "<isindex action='javascript:{run}' type=image>",
    "<a href='javascript:{run}'>x</a>",
    "<a href='java&#10;script:{run}'>x</a>",
    "<a href='&#106;avascript:{run}'>x</a>",
    "<a href='data:text/html,<script>{run}</script>'>x</a>",
    "<a href='vbscript:{run}'>x</a>",
    "<svg><a xlink:href='javascript:{run}'><text>x</text></a></svg>",
    "<svg><animate attributeName=href values='javascript:{run}'/></svg>",
    "<svg><set attributeName=onmouseover to='{run}'/></svg>",
    "<math href='javascript:{run}'>x</math>",
)
HANDLERS = ("onerror", "onload", "onfocus", "ontoggle", "onbegin", "onanimationstart", "onpointerenter", "onscroll")
HOLDERS = (
    "<img src=x {on}={run}>",
    "<img/src='x'/{on}={run}>",
    "<svg {on}={run}>",
    "<body {on}={run}>",
    "<input autofocus {on}={run}>",
    "<details open {on}={run}>",
    "<video {on}={run}><source {on}={run}></video>",
    "<audio src=x {on}={run}>",
    "<svg><animate attributeName=x dur=1s {on}={run} /></svg>",
    "<div style='animation:x' {on}={run}>",
    "<iframe {on}={run}></iframe>",
    "<select autofocus {on}={run}>",
    "<marquee {on}={run}>x</marquee>",
    "<x id=x tabindex=1 autofocus {on}={run}>",
    "<object data=x {on}={run}></object>",
)
REQUESTS = (
    "<img src='{trap}/i.gif'>",
    "<img srcset='{trap}/i.gif 2x'>",
    "<picture><source srcset='{trap}/i.gif'><img></picture>",
    "<video poster='{trap}/p' src='{trap}/v'></video>",
    "<audio src='{trap}/a' autoplay></audio>",
    "<input type=image src='{trap}/i'>",
    "<body background='{trap}/b'>",
    "<table background='{trap}/t'><tr><td>x</table>",
    "<link rel=stylesheet href='{trap}/s.css'>",
    "<link rel=preload as=image href='{trap}/l'>",
    "<link rel=dns-prefetch href='{trap}'>",
    "<link rel=preconnect href='{trap}'>",
    "<link rel=prefetch href='{trap}/f'>",
    "<link rel=icon href='{trap}/f.ico'>",
    "<link rel=manifest href='{trap}/m'>",
    "<style>@import '{trap}/s.css';</style>",
    "<style>@font-face{{font-family:x;src:url({trap}/f)}}*{{font-family:x}}</style>",
    "<style>*{{background:url({trap}/b)}}</style>",
    "<p style='background:url({trap}/b)'>x</p>",
    "<p style='background:u\\72l({trap}/b)'>x</p>",
    "<p style='list-style-image:url({trap}/l)'>x</p>",
    "<p style='content:image-set(\"{trap}/c\" 1x)'>x</p>",
    "<p style='cursor:url({trap}/c),auto'>x</p>",
    "<svg><image href='{trap}/i'/></svg>",
    "<svg><image xlink:href='{trap}/i'/></svg>",
    "<svg><use href='{trap}/u#x'/></svg>",
    "<svg><filter id=f><feImage href='{trap}/f'/></filter></svg>",
    "<svg><rect fill='url({trap}/p#x)' width=9 height=9 /></svg>",
    "<svg><style>@import '{trap}/s';</style></svg>",
    "<iframe src='{trap}/f'></iframe>",
    "<frameset><frame src='{trap}/f'></frameset>",
    "<object data='{trap}/o'></object>",
    "<embed src='{trap}/e'>",
    "<applet code='{trap}/a'></applet>",
    "<form action='{trap}/f'><input name=a autofocus></form>",
    "<portal src='{trap}/p'></portal>",
    "<track src='{trap}/t'>",
    "<a ping='{trap}/p' href='#'>x</a>",
    "<html manifest='{trap}/m'>",
    "<img src='//trap.example/i.gif'>",
    "<img src='\\\\trap.example\\i.gif'>",
    "<img src=' {trap}/i.gif'>",
    "<img longdesc='{trap}/l' lowsrc='{trap}/w' dynsrc='{trap}/d'>",
)
AROUND = (
    "{}",
    "<p>{}</p>",
    "<table><tr><td>{}</td></tr></table>",
    "<svg><desc>{}</desc></svg>",
    "<svg><foreignObject>{}</foreignObject></svg>",
    "<math><annotation-xml encoding='text/html'>{}</annotation-xml></math>",
    "<!--[if mso]>{}<![endif]-->",
    "\"'>{}",
)


def vectors() -> Iterator[str]:
    """Every vector in every place, one a line of HTML."""
    plain = [one.format(run=RUN, trap=TRAP) for one in (*SCRIPTS, *REQUESTS)]
    plain += [one.format(run=RUN, on=on) for one in HOLDERS for on in HANDLERS]
    return (around.format(one) for around in AROUND for one in plain)
