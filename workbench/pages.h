// The handlers of the routes (workbench/routes.cc), one file for each idea.
#pragma once

#include "workbench/bench.h"

namespace planmark {

// static_files.cc
Response static_file(Bench& bench, const Visit& visit);

// sign_in_pages.cc
Response sign_in_page(Bench& bench, const Visit& visit);
Response sign_in(Bench& bench, const Visit& visit);
Response sign_out(Bench& bench, const Visit& visit);
Response welcome_page(Bench& bench, const Visit& visit);
Response welcome(Bench& bench, const Visit& visit);

// document_list_page.cc
Response document_list_page(Bench& bench, const Visit& visit);

}  // namespace planmark
