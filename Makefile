# Loa: `make run` and `make test` do everything on a machine that has Swift.
SHELL := /bin/bash
.DEFAULT_GOAL := help
# One folder for debug (tests) and one for release (run, bench), so that neither rebuilds the other.
RELEASE := swift build -c release --product loa
LOA := .build/release/loa
# As devices get it: with Swift's libraries inside it starts in half the time and needs none installed.
PLAYER := swift build -c release --product loa-player --static-swift-stdlib --scratch-path .build/player
export LANG ?= C.UTF-8

.PHONY: help setup build player run test bench check format clean

help: ## Shows these commands
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 10

setup: ## Installs what is needed (Debian packages, Python packages of the tests)
	@scripts/setup

build: setup player ## Builds the release programs
	$(RELEASE)

player: setup ## Builds the device's program, .build/player/release/loa-player
	$(PLAYER)

run: build ## Starts Loa with the sample data on http://127.0.0.1:8080 (PORT=…, DATA=…)
	@exec $(LOA) demo --port $(or $(PORT),8080) --data $(or $(DATA),data/demo) --samples Samples/plans

test: setup ## All tests: Swift on both databases, then the running program and the browser
	@scripts/test

bench: setup ## Prints the reader's and the server's figures beside their peers and limits
	@scripts/bench

check: setup ## Format, structure, sanitizers, fuzzing, then all tests
	@scripts/check

format: ## Formats the Swift sources
	swift format --in-place --recursive --parallel Sources Tests Package.swift

clean: ## Removes what was built
	rm -rf .build build
