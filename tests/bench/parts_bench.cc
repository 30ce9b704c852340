// The time of each step on the sample documents:  planmark_bench [--benchmark_filter=read_pdf]
//
// Each step is given what the steps before it made, so that it is timed alone; "pages" counts pages a second.
#include <benchmark/benchmark.h>

#include <filesystem>
#include <string>
#include <vector>

#include "analyze/analyze.h"
#include "analyze/fold.h"
#include "analyze/match.h"
#include "analyze/rule_book.h"
#include "analyze/sentence.h"
#include "base/file.h"
#include "extract/layout.h"
#include "extract/read_pdf.h"
#include "extract/wire.h"

namespace planmark {
namespace {

const std::filesystem::path source = PLANMARK_SOURCE_DIR;

struct Sample {
  std::string bytes;
  RawDocument raw;
  Document document;
  FoldedText folded;
  std::vector<Sentence> sentences;
};

std::vector<Sample> read_samples() {
  std::vector<Sample> samples;
  for (const auto& file : files_below(source / "corpus/samples").value()) {
    if (file.extension() != ".pdf") continue;
    Sample sample;
    sample.bytes = read_file(file).value();
    auto raw = read_pdf(sample.bytes);
    if (!raw) continue;
    sample.raw = std::move(*raw);
    sample.document = lay_out(sample.raw, {});
    sample.folded = fold(sample.document.text);
    sample.sentences = split_sentences(sample.document);
    samples.push_back(std::move(sample));
  }
  return samples;
}

const std::vector<Sample>& samples() {
  static const std::vector<Sample> all = read_samples();
  return all;
}

const RuleBook& rules() {
  static const RuleBook book = load_rule_book(source / "lexicons").value();
  return book;
}

const Matcher& matcher() {
  static const Matcher compiled(rules());
  return compiled;
}

template <class Step>
void time_step(benchmark::State& state, Step step) {
  std::size_t pages = 0;
  for (const Sample& sample : samples()) pages += sample.document.pages.size();
  for (auto _ : state)
    for (const Sample& sample : samples()) benchmark::DoNotOptimize(step(sample));
  state.counters["pages"] =
      benchmark::Counter(static_cast<double>(pages), benchmark::Counter::kIsIterationInvariantRate);
}

void read_pdf_step(benchmark::State& state) {
  time_step(state, [](const Sample& s) { return read_pdf(s.bytes); });
}
void lay_out_step(benchmark::State& state) {
  time_step(state, [](const Sample& s) { return lay_out(s.raw, {}); });
}
void check_step(benchmark::State& state) {
  time_step(state, [](const Sample& s) { return check_document(s.document); });
}
void wire_step(benchmark::State& state) {
  time_step(state, [](const Sample& s) { return decode(encode(Result<Product>(s.document))); });
}
void fold_step(benchmark::State& state) {
  time_step(state, [](const Sample& s) { return fold(s.document.text); });
}
void sentences_step(benchmark::State& state) {
  time_step(state, [](const Sample& s) { return split_sentences(s.document); });
}
void match_step(benchmark::State& state) {
  const Matcher& compiled = matcher();
  time_step(state, [&](const Sample& s) { return compiled.find_mentions(s.folded, s.sentences); });
}
void analyze_step(benchmark::State& state) {
  const Matcher& compiled = matcher();
  time_step(state, [&](const Sample& s) { return analyze(s.document, rules(), compiled, "plan"); });
}
void load_rules_step(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(load_rule_book(source / "lexicons"));
}
void compile_rules_step(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Matcher(rules()));
}

BENCHMARK(read_pdf_step)->Name("read_pdf")->Unit(benchmark::kMillisecond);
BENCHMARK(lay_out_step)->Name("lay_out")->Unit(benchmark::kMillisecond);
BENCHMARK(check_step)->Name("check_document")->Unit(benchmark::kMillisecond);
BENCHMARK(wire_step)->Name("encode and decode")->Unit(benchmark::kMillisecond);
BENCHMARK(fold_step)->Name("fold")->Unit(benchmark::kMillisecond);
BENCHMARK(sentences_step)->Name("split_sentences")->Unit(benchmark::kMillisecond);
BENCHMARK(match_step)->Name("find_mentions")->Unit(benchmark::kMillisecond);
BENCHMARK(analyze_step)->Name("analyze, whole")->Unit(benchmark::kMillisecond);
BENCHMARK(load_rules_step)->Name("load_rule_book")->Unit(benchmark::kMillisecond);
BENCHMARK(compile_rules_step)->Name("compile the rules")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace planmark

BENCHMARK_MAIN();
