// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

package main

import (
	"strings"
	"unicode/utf8"
)

// The rules of the schema that Fledge's POST /users declares: lengths in characters, and the e-mail
// address of HTML, 4.10.5.1.5.
func (u *user) isValid() bool {
	if !hasLength(u.Name, 80) || !isEmail(u.Email) || u.Tags == nil || len(u.Tags) > 10 {
		return false
	}
	for index, tag := range u.Tags {
		if !hasLength(tag, 40) {
			return false
		}
		for _, earlier := range u.Tags[:index] {
			if earlier == tag {
				return false
			}
		}
	}
	return true
}

func hasLength(text string, most int) bool {
	return text != "" && (len(text) <= most || utf8.RuneCountInString(text) <= most)
}

func isEmail(text string) bool {
	at := strings.LastIndexByte(text, '@')
	if len(text) > 254 || at < 1 || at > 64 {
		return false
	}
	for index := 0; index < at; index++ {
		if !isLocal(text[index]) {
			return false
		}
	}
	domain := text[at+1:]
	for {
		dot := strings.IndexByte(domain, '.')
		if dot < 0 {
			return isLabel(domain)
		}
		if !isLabel(domain[:dot]) {
			return false
		}
		domain = domain[dot+1:]
	}
}

func isLocal(letter byte) bool {
	return isAlphanumeric(letter) || strings.IndexByte(".!#$%&'*+/=?^_`{|}~-", letter) >= 0
}

func isLabel(label string) bool {
	if len(label) < 1 || len(label) > 63 || label[0] == '-' || label[len(label)-1] == '-' {
		return false
	}
	for index := 0; index < len(label); index++ {
		if !isAlphanumeric(label[index]) && label[index] != '-' {
			return false
		}
	}
	return true
}

func isAlphanumeric(letter byte) bool {
	return letter >= '0' && letter <= '9' || letter|0x20 >= 'a' && letter|0x20 <= 'z'
}
