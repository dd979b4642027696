// Runs after MathJax in the engine of ui/chat/FormulaEngine: typeset(tex, isDisplay) gives {svg, width, height,
// depth} in em, height above and depth below the baseline, or {error}. What is drawn is written anew from the
// few shapes and attributes named here, so nothing else that a formula may contain ever leaves this file.
// One file of old JavaScript on purpose: the engine knows ECMAScript 7.
(function (global) {
    "use strict";

    var classes = MathJax._;
    var adaptor = classes.adaptors.liteAdaptor.liteAdaptor();
    classes.handlers.html_ts.RegisterHTMLHandler(adaptor);

    // None that loads, links, styles or changes settings: no require, html, unicode, bbox, action, setoptions.
    var packages = ["base", "ams", "amscd", "boldsymbol", "braket", "cancel", "centernot", "color",
                    "configmacros", "enclose", "extpfeil", "gensymb", "mathtools", "mhchem", "newcommand",
                    "noundefined", "textcomp", "textmacros", "upgreek"];
    var input = new classes.input.tex_ts.TeX({
        packages: packages,
        maxMacros: 1000,
        maxBuffer: 10 * 1024,
        multlineWidth: "30em",
        noundefined: { color: "" },
        mathtools: { "allow-mathtoolsset": false },
        macros: {
            // Numbers stand beside the formula, not at the edge of a page.
            tag: ["\\qquad\\text{(#1)}", 1],
            bm: ["\\boldsymbol{#1}", 1],
            argmax: "\\operatorname*{arg\\,max}",
            argmin: "\\operatorname*{arg\\,min}"
        },
        formatError: function (jax, error) { throw error; }
    });
    var output = new classes.output.svg_ts.SVG({
        fontCache: "none",
        font: new classes.output.svg.fonts.tex_ts.TeXFont()
    });
    var page = classes.mathjax.mathjax.document("", { InputJax: input, OutputJax: output });

    // What \def, \newcommand and the like left behind: the next formula is another's.
    var defined = ["new-Command", "new-Delimiter", "new-Environment", "ams-declare-ops",
                   "mathtools-paired-delims"];
    function forget() {
        ["macro", "delimiter", "environment"].forEach(function (kind) {
            input.parseOptions.handlers.get(kind)._configuration.items.forEach(function (entry) {
                if (defined.indexOf(entry.item.name) >= 0)
                    entry.item.map.clear();
            });
        });
        input.parseOptions.packageData.get("color").model.userColors.clear();
    }

    var shapes = {
        g: [],
        path: ["d"],
        rect: ["x", "y", "width", "height", "rx", "ry"],
        line: ["x1", "y1", "x2", "y2"],
        ellipse: ["cx", "cy", "rx", "ry"],
        polygon: ["points"],
        polyline: ["points"],
        text: ["font-size"]
    };
    // Numbers, letters of paths and transforms.
    var geometry = /^[-+0-9.eE ,a-zA-Z()]*$/;
    var colors = /^(#[0-9a-fA-F]{3,8}|[a-zA-Z]+|rgba?\([0-9., %]*\))$/;
    // In units of a thousandth of an em. MathJax gives this width by a style sheet.
    var tableLine = 70;

    function attribute(node, name) {
        var value = adaptor.getAttribute(node, name);
        return value === undefined || value === null ? "" : String(value);
    }

    function written(name, value) {
        return value !== "" && geometry.test(value) ? " " + name + "=\"" + value + "\"" : "";
    }

    function escaped(text) {
        return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
    }

    // Stroke and fill of a line or frame; glyphs and backgrounds are filled.
    function paint(node, kind, color) {
        var width = attribute(node, "stroke-width");
        var isTableLine = attribute(node, "data-line") !== "" || attribute(node, "data-frame") !== "";
        if (isTableLine)
            width = String(tableLine);
        if (kind === "line" || kind === "ellipse" || isTableLine || Number(width) > 0) {
            var look = attribute(node, "class");
            var dashes = look.indexOf("dashed") >= 0 ? "140" : look.indexOf("dotted") >= 0 ? "10,140" : "";
            var ownFill = attribute(node, "fill");
            return " fill=\"" + (ownFill !== "none" && colors.test(ownFill) ? ownFill : "none") + "\"" +
                " stroke=\"" + color + "\"" + written("stroke-width", width || String(tableLine)) +
                written("stroke-dasharray", dashes);
        }
        var fill = attribute(node, "fill");
        // \rule is black where it has no colour of its own.
        if (fill === "black" && attribute(adaptor.parent(node), "data-mml-node") === "mspace")
            fill = color;
        return fill !== "" && colors.test(fill) ? " fill=\"" + fill + "\"" : "";
    }

    // From the smallest to the greatest number of a path along one axis.
    function extent(path, isHorizontal) {
        var least = Infinity, most = -Infinity;
        path.replace(/([A-Z])([^A-Z]*)/g, function (all, command, rest) {
            (rest.match(/-?[0-9.]+/g) || []).forEach(function (number, index) {
                var isX = command === "H" || (command !== "V" && index % 2 === 0);
                if (isX === isHorizontal) {
                    least = Math.min(least, Number(number));
                    most = Math.max(most, Number(number));
                }
            });
        });
        return { least: least, length: most - least };
    }

    // The bar that makes a brace or an arrow longer comes as a stretched glyph in a window of its own. Qt draws
    // no windows: the glyph is made to fit, a little under the pieces beside it.
    function stretched(window) {
        var path = adaptor.firstChild(window);
        var scale = path && /^scale\(([-0-9.]+), ?([-0-9.]+)\)$/.exec(attribute(path, "transform"));
        var view = attribute(window, "viewBox").split(" ").map(Number);
        if (!path || adaptor.kind(path) !== "path" || !scale || view.length !== 4)
            throw new Error("unknown window");
        var under = 20;
        var isHorizontal = Number(scale[2]) === 1;
        var drawn = attribute(path, "d");
        var size = extent(drawn, isHorizontal);
        var x = Number(attribute(window, "x")), y = Number(attribute(window, "y"));
        var from = (isHorizontal ? x : y) - under;
        var factor = ((isHorizontal ? view[2] : view[3]) + 2 * under) / size.length;
        var offset = from - factor * size.least;
        var transform = isHorizontal
            ? "translate(" + offset + "," + (y - view[1]) + ") scale(" + factor + ",1)"
            : "translate(" + (x - view[0]) + "," + offset + ") scale(1," + factor + ")";
        return "<path" + written("d", drawn) + written("transform", transform) + "/>";
    }

    function drawn(node, color) {
        var kind = adaptor.kind(node);
        if (kind === "svg")
            return stretched(node);
        if (kind === "title")
            return "";
        if (!shapes.hasOwnProperty(kind))
            throw new Error("unknown shape " + kind);
        if (kind === "text") {
            return "<text font-family=\"serif\"" + written("font-size", attribute(node, "font-size")) +
                written("transform", attribute(node, "transform")) + ">" +
                escaped(adaptor.textContent(node)) + "</text>";
        }
        var own = attribute(node, "fill");
        var inner = kind === "g" && colors.test(own) ? own : color;
        var result = "<" + kind + written("transform", attribute(node, "transform")) + paint(node, kind, color);
        shapes[kind].forEach(function (name) { result += written(name, attribute(node, name)); });
        result += ">";
        adaptor.childNodes(node).forEach(function (child) { result += drawn(child, inner); });
        return result + "</" + kind + ">";
    }

    global.typeset = function (tex, isDisplay) {
        try {
            var container = page.convert(tex, { display: isDisplay, em: 16, ex: 8, containerWidth: 40 * 16 });
            var svg = adaptor.firstChild(container);
            var view = attribute(svg, "viewBox").split(" ").map(Number);
            if (adaptor.kind(svg) !== "svg" || view.length !== 4 || !(view[2] >= 0) || !(view[3] >= 0))
                return { error: "no size" };
            var shapesOf = "";
            adaptor.childNodes(svg).forEach(function (child) {
                if (adaptor.kind(child) !== "defs")
                    shapesOf += drawn(child, "currentColor");
            });
            return {
                svg: "<svg xmlns=\"http://www.w3.org/2000/svg\"" + written("viewBox", view.join(" ")) +
                    "><g fill=\"currentColor\">" + shapesOf + "</g></svg>",
                width: view[2] / 1000,
                height: -view[1] / 1000,
                depth: (view[1] + view[3]) / 1000
            };
        } catch (error) {
            return { error: String(error && error.message || error) };
        } finally {
            forget();
        }
    };
})(Function("return this")());
