#include "support/CodeSamples.h"

namespace support {

const CodeSample codeSamples[] = {
    {"asm",
     "; prints a line\nsection .data\nmsg: db \"hello\", 10\n_start:\n    mov rax, 0x3c\n    syscall\n",
     "section", "\"hello\"", "; prints a line"},
    {"bash", R"(#!/bin/bash
# copies what is new
for file in "$HOME"/*.txt; do
    if [[ -f $file && ! -L "$file" ]]; then
        cp --update "$file" /backup/ || exit 1
    fi
done
cat <<'END' | grep -c 'x'
if this is text
END
echo "done: ${#files[@]} files" # all of them
)",
     "done", "\"done: ", "# copies what is new"},
    {"bat", "@echo off\nREM says it\nset NAME=world\nif exist \"a b.txt\" (\n  echo %NAME%\n)\n", "echo",
     "\"a b.txt\"", "REM says it"},
    {"c", R"(#include <stdio.h>
/* The one
   entry */
int main(void)
{
    const char *name = "world\n"; // whom
    if (name != NULL && 'x' == 0x78)
        printf("%s", name);
    return 0;
}
)",
     "return", "\"world\\n\"", "/* The one"},
    {"c++", R"code(#pragma once
template <typename T> requires std::integral<T>
class Counter final : public Base
{
    std::vector<T> m_items{1'000, 0xff};
    auto text() const -> std::string { return R"x(raw "text")x"; } // kept
    co_await nothing();
    static constexpr char c = '\'';
};
)code",
     "template", "raw \"text\"", "// kept"},
    {"csharp", R"(using System;
// Says it
public record Person(string Name, int? Age = null)
{
    public async Task<string> Greet() => await Say($"Hello {Name}");
    var path = @"C:\x";
}
)",
     "record", "@\"C:\\x\"", "// Says it"},
    {"clojure", "; adds\n(defn add [a b]\n  (let [c (+ a b)] (println \"sum\" c :key) 42))\n", "defn",
     "\"sum\"", "; adds"},
    {"cmake",
     "# builds it\ncmake_minimum_required(VERSION 3.25)\nadd_library(app STATIC \"a b.cpp\" "
     "${SOURCES})\nif(NOT "
     "WIN32)\nendif()\n",
     "if", "\"a b.cpp\"", "# builds it"},
    {"console", "$ ls -l \"my folder\" # look\ntotal 12\nit's fine\n$ echo done\n", nullptr, "\"my folder\"",
     "# look"},
    {"css",
     "/* looks */\n@media (min-width: 600px) {\n  .card:hover > a[href=\"x\"] { color: #ff00aa; margin: 0 "
     "auto "
     "!important; }\n}\n",
     "@media", "\"x\"", "/* looks */"},
    {"dart",
     "// entry\nvoid main() async {\n  final name = 'world $x';\n  print(\"hi\");\n  await "
     "Future.delayed(d);\n}\n",
     "final", "\"hi\"", "// entry"},
    {"diff", "diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n same\n-old\n+new\n",
     "diff --git a/x b/x", nullptr, "--- a/x"},
    {"dockerfile",
     "# builds\nFROM debian:12 AS build\nRUN apt-get update && echo \"x\"\nENV A=1\nCOPY --from=build /a "
     "/b\n",
     "FROM", "\"x\"", "# builds"},
    {"elixir", "# greets\ndefmodule Hello do\n  def greet(name), do: IO.puts(\"hi #{name}\")\nend\n",
     "defmodule", "\"hi ", "# greets"},
    {"elm",
     "-- adds\nmodule Main exposing (..)\nadd : Int -> Int\nadd a = if a > 0 then a else 1\ns = \"x\"\n",
     "module", "\"x\"", "-- adds"},
    {"elisp", ";; adds\n(defun add (a b)\n  \"Adds.\"\n  (if (> a 1) (+ a b) nil))\n", "defun", "\"Adds.\"",
     ";; adds"},
    {"erlang", "% adds\n-module(m).\nadd(A, B) ->\n  case A of 1 -> \"one\"; _ -> B end.\n", "case",
     "\"one\"", "% adds"},
    {"fsharp", "// adds\nlet rec add a b =\n  match a with\n  | 0 -> \"zero\"\n  | _ -> b\n", "match",
     "\"zero\"", "// adds"},
    {"fish", "# says\nif test -f x\n  echo \"hi\"\nend\n", "if", "\"hi\"", "# says"},
    {"glsl", "// light\nuniform vec3 light;\nvoid main() { gl_FragColor = vec4(1.0); }\n", "uniform", nullptr,
     "// light"},
    {"go",
     "package main\n\n// Greets.\nfunc main() {\n\tfor i := 0; i < 10; i++ {\n\t\tfmt.Println(\"hi\", "
     "`raw\ntext`, "
     "'x')\n\t}\n}\n",
     "func", "\"hi\"", "// Greets."},
    {"graphql", "# all\nquery Users($n: Int!) {\n  users(first: $n, name: \"x\") { id }\n}\n", "query",
     "\"x\"", "# all"},
    {"groovy", "// builds\nplugins { id 'java' }\ndef name = \"x\"\n", "def", "\"x\"", "// builds"},
    {"haskell",
     "-- | Adds.\nmodule Main where\nadd :: Int -> Int\nadd x' = let y = \"s\" in x' {- in\nside -}\n",
     "module", "\"s\"", "-- | Adds."},
    {"hcl",
     "# server\nresource \"aws_instance\" \"web\" {\n  ami = \"${var.ami}\"\n  count = 2\n  on = true\n}\n",
     "resource", "\"aws_instance\"", "# server"},
    {"html", R"(<!DOCTYPE html>
<!-- page -->
<div class="card" id='x'>text &amp; more</div>
<script>
// code
const n = "s";
</script>
<style>
.a { color: red; }
</style>
<p>after</p>
)",
     "<div", "\"card\"", "<!-- page -->"},
    {"http", "GET /x HTTP/1.1\nHost: a\n\n{\"a\": \"b\"}\n", "GET", "\"b\"", nullptr},
    {"ini", "; settings\n[section]\nname = \"x\"\non = true\n", "[section]", "\"x\"", "; settings"},
    {"java", R"(/** Greets. */
@Override
public record Greeter(String name) {
    var text = """
        many lines
        """;
    int n = 1_000;
    char c = 'x';
    String s = "one";
}
)",
     "record", "many lines", "/** Greets. */"},
    {"javascript", R"(// loads
import { x } from "./x.js";
const load = async (url) => {
  const text = `got ${url}
  more`;
  return /ab+c/gi.test(text) && typeof null === 'object' && 1e3;
};
)",
     "import", "\"./x.js\"", "// loads"},
    {"jsx", "// view\nexport default function App() {\n  return <Card title=\"x\">text</Card>;\n}\n",
     "export", "\"x\"", "// view"},
    {"julia", "# adds\nfunction add(a::Int, b)\n  println(\"sum $a\")\nend\n", "function", "\"sum $a\"",
     "# adds"},
    {"json", "{\n  \"name\": \"x\", \"list\": [1, -2.5e3, true, null]\n}\n", "true", "\"x\"", nullptr},
    {"jsonc", "{\n  // why\n  \"on\": false\n}\n", "false", nullptr, "// why"},
    {"kotlin",
     "/* a /* nested */ b */\nfun main() {\n  val name = \"world\"\n  println(\"Hi $name\")\n  data class "
     "P(val x: Int)\n}\n",
     "val", "\"world\"", "/* a /* nested */ b */"},
    {"latex", "% paper\n\\begin{document}\n$x^2$ is \\textbf{bold}\n\\end{document}\n", "\\begin", "$x^2$",
     "% paper"},
    {"less", "// base\n@color: #123456;\n.a { .b; color: @color; content: \"x\"; }\n", ".a", "\"x\"",
     "// base"},
    {"lisp", "; adds\n(defun add (a b) #| in\nside |# (format t \"~a\" (+ a b)))\n", "defun", "\"~a\"",
     "; adds"},
    {"lua",
     "-- adds\nlocal function add(a)\n  --[[ long\n  one ]]\n  return [==[ text ]] ]==] .. \"x\"\nend\n",
     "local", "[==[ text ]] ]==]", "-- adds"},
    {"make", "# builds\nCC := gcc\nall: main.o\n\t$(CC) -o $@ \"x\"\nifdef DEBUG\nendif\n", "ifdef", "\"x\"",
     "# builds"},
    {"markdown", "# Title\n\nText with `code` and **bold**.\n> quoted\n\n```c\nint x;\n```\n", "# Title",
     "`code`", "> quoted"},
    {"matlab", "% adds\nfunction r = add(a)\n  r = a' + 1; s = 'text';\nend\n", "function", "'text'",
     "% adds"},
    {"nginx", "# site\nserver {\n  listen 80;\n  root \"/x y\";\n}\n", "server", "\"/x y\"", "# site"},
    {"nix", "# all\n{ pkgs }:\nlet x = \"a ${b} c\"; in ''\n  many\n''\n", "let", "\"a ", "# all"},
    {"objc", "// view\n@interface Foo : NSObject\n- (void)run { NSString *s = @\"x\"; return; }\n@end\n",
     "@interface", "@\"x\"", "// view"},
    {"ocaml", "(* adds *)\nlet rec add a b = match a with 0 -> \"z\" | _ -> b\n", "match", "\"z\"",
     "(* adds *)"},
    {"perl", "# adds\nuse strict;\nmy $x = \"a\";\nprint 'b' if $x =~ /re+/;\n", "use", "\"a\"", "# adds"},
    {"php", "<?php\n// greets\nfunction greet(string $name): void {\n  echo \"Hi \" . 'x'; # end\n}\n",
     "function", "\"Hi \"", "// greets"},
    {"powershell",
     "# lists\nparam([string]$Name)\nGet-ChildItem -Path \"C:\\x\" | Where-Object { $_.Length -gt 1kb "
     "}\nforeach ($x "
     "in 1..3) { <# in #> }\n",
     "foreach", "\"C:\\x\"", "# lists"},
    {"protobuf", "// user\nsyntax = \"proto3\";\nmessage User { string name = 1; }\n", "message",
     "\"proto3\"", "// user"},
    {"python", R"code(@cache
def backup(source: str) -> None:
    """Copies
    it."""
    # why
    with open(f"{source}.bak") as out:
        raise RuntimeError(f"{source}: {1_000}") if x else 'no'
)code",
     "def", "Copies", "# why"},
    {"r", "# fits\nfit <- lm(y ~ x)\nif (TRUE) print(\"ok\")\n", "if", "\"ok\"", "# fits"},
    {"racket", "; adds\n(define (add a) (if #t a \"x\"))\n", "define", "\"x\"", "; adds"},
    {"ruby",
     "# greets\nclass Greeter\n  def greet(name)\n    puts \"Hi #{name}\" unless name.nil?\n  end\nend\n",
     "class", "\"Hi ", "# greets"},
    {"rust", R"code(/// Adds.
#[derive(Debug)]
pub fn add<'a>(x: &'a str) -> Result<u32, Error> {
    let raw = r#"a "quoted" text"#;
    println!("{}", 'x'); /* one /* two */ */
    Ok(1_000u32)
}
)code",
     "pub", "a \"quoted\" text", "/// Adds."},
    {"scss", "// base\n$c: #fff;\n.a { &:hover { color: $c; content: \"x\"; } }\n", ".a", "\"x\"", "// base"},
    {"scala", "// adds\nobject Main extends App {\n  val s = s\"hi ${x}\"; val t = \"x\"\n}\n", "object",
     "\"x\"", "// adds"},
    {"scheme", "; adds\n(define (add a b) (+ a b \"x\"))\n", "define", "\"x\"", "; adds"},
    {"sh", "# starts\nset -eu\nwhile read -r line; do printf '%s' \"$line\"; done <\"$1\"\n", "while", "'%s'",
     "# starts"},
    {"solidity",
     "// token\ncontract Token {\n  function f() public view returns (uint256) { revert(\"x\"); }\n}\n",
     "contract", "\"x\"", "// token"},
    {"sql",
     "-- newest\nSELECT id, count(*) FROM users WHERE name = 'O''Brien' AND n > 10 /* all */ order by 1;\n",
     "SELECT", "'O'", "-- newest"},
    {"swift",
     "// greets\nstruct Greeter {\n  let name = \"x\"\n  func greet() async throws -> String { return \"Hi "
     "\\(name)\" }\n}\n",
     "let", "\"x\"", "// greets"},
    {"svelte", "<!-- view -->\n<p class=\"x\">text</p>\n", "<p", "\"x\"", "<!-- view -->"},
    {"toml", "# package\n[package]\nname = \"x\"\ndate = 2024-01-02\non = true\nlist = [1, 2]\n", "[package]",
     "\"x\"", "# package"},
    {"typescript",
     "// user\nexport interface User { readonly name: string; age?: number }\nconst u: User = { name: \"x\" "
     "};\nfunction f<T "
     "extends object>(x: T): asserts x is T {}\n",
     "interface", "\"x\"", "// user"},
    {"tsx", "// view\nconst A = () => <B c=\"x\" />;\n", "const", "\"x\"", "// view"},
    {"verilog",
     "// counter\nmodule counter(input clk);\n  always @(posedge clk) q <= 4'b1010;\n  initial "
     "$display(\"x\");\nendmodule\n",
     "module", "\"x\"", "// counter"},
    {"vhdl", "-- and\nentity e is port (a : in std_logic);\nend e;\nreport \"x\";\n", "entity", "\"x\"",
     "-- and"},
    {"vb", "' greets\nPublic Sub Main()\n  Dim s As String = \"x\"\nEnd Sub\n", "Public", "\"x\"",
     "' greets"},
    {"vue", "<!-- view -->\n<template><p :class=\"x\">{{ y }}</p></template>\n", "<template", "\"x\"",
     "<!-- view -->"},
    {"wgsl", "// light\nfn main() -> vec4f { let x = 1.0; return vec4f(x); }\n", "fn", nullptr, "// light"},
    {"xml", "<?xml version=\"1.0\"?>\n<!-- all -->\n<a href=\"x\">t</a>\n<![CDATA[ raw ]]>\n", "<a", "\"x\"",
     "<!-- all -->"},
    {"yaml",
     "# deploy\nname: \"x\"\non:\n  - push: true\n    run: |\n      make\n    port: 8080\n    ref: &anchor "
     "don't\n",
     "true", "\"x\"", "# deploy"},
    {"zig", "// adds\npub fn main() void {\n  const s = \"x\";\n  @panic(s);\n}\n", "pub", "\"x\"",
     "// adds"},
    // Those of the system.
    {"ada", "-- adds\nprocedure Main is\nbegin\n  Put (\"x\");\nend Main;\n", "procedure", "\"x\"",
     "-- adds"},
    {"applescript", "-- says\ntell application \"Finder\"\nend tell\n", "tell", "\"Finder\"", "-- says"},
    {"awk", "# sums\nBEGIN { print \"x\" }\n", "BEGIN", "\"x\"", "# sums"},
    {"bison", "%{\nint n;\n%}\n%token NUM\n%%\n", "token", nullptr, nullptr},
    {"cobol", "       IDENTIFICATION DIVISION.\n           DISPLAY \"x\".\n", "DISPLAY", "\"x\"", nullptr},
    {"coffeescript", "# adds\nadd = (a) -> if a then \"x\" else null\n", "if", "\"x\"", "# adds"},
    {"d", "// adds\nimport std.stdio;\nvoid main() { foreach (x; y) writeln(\"x\"); }\n", "foreach", "\"x\"",
     "// adds"},
    {"fortran", "! adds\nprogram main\n  print *, \"x\"\nend program\n", "program", "\"x\"", "! adds"},
    {"haxe", "// adds\nclass Main { static function main() { trace(\"x\"); } }\n", "class", "\"x\"",
     "// adds"},
    {"lilypond", "% tune\n\\version \"2.24\"\n", nullptr, "\"2.24\"", "% tune"},
    {"logtalk", "% one\n:- object(one).\n:- end_object.\n", nullptr, nullptr, "% one"},
    {"m4", "# all\ndefine(`x', `y')\n", nullptr, nullptr, "# all"},
    {"pascal", "{ adds }\nprogram Main;\nbegin\n  WriteLn('x');\nend.\n", "begin", "'x'", "{ adds }"},
    {"po", "# one\nmsgid \"x\"\nmsgstr \"y\"\n", nullptr, "\"x\"", "# one"},
    {"postscript", "% draws\n/x 10 def\n(text) show\n", nullptr, nullptr, "% draws"},
    {"prolog", "% knows\nlikes(mary, X) :- X = \"x\".\n", nullptr, "\"x\"", "% knows"},
    {"spec", "# package\nName: x\n%description\ntext\n", nullptr, nullptr, "# package"},
    {"sml", "(* adds *)\nfun add a = if a then \"x\" else \"y\"\n", "fun", "\"x\"", "(* adds *)"},
    {"tcl", "# adds\nproc add {a} { return \"x\" }\n", "proc", "\"x\"", "# adds"},
    {"texinfo", "@c note\n@chapter One\n", nullptr, nullptr, "@c note"},
    {"vala", "// adds\nclass Main : Object { void run () { print (\"x\"); } }\n", "class", "\"x\"",
     "// adds"},
    {"vim", "\" says\nfunction! Say()\n  echo 'x'\nendfunction\n", "function", "'x'", "\" says"},
    {nullptr, nullptr, nullptr, nullptr, nullptr},
};

} // namespace support
