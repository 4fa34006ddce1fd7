package vocab

import "testing"

func TestOrganizationID(t *testing.T) {
	for name, want := range map[string]string{
		"Red Hat": "red-hat", "RedHat": "red-hat", "Red Hat, Inc.": "red-hat", "VMWare": "vmware", "Google LLC": "google",
		"Hitachi, Ltd.": "hitachi", "Huawei Technologies Co., Ltd": "huawei", "Bloomberg L.P.": "bloomberg", "Terma A/S": "terma",
		"IBM (China Lab)": "ibm", "Xiaohongshu(RedNote)": "xiaohongshu", "Open Compute Project (OCP) Foundation": "open-compute-project-ocp-foundation",
		"The Linux Foundation": "linux-foundation", "The Guild": "the-guild", "AWS": "amazon-web-services",
		"Software AG": "software-ag", "Vulk Coop": "vulk-coop", "JD.com": "jd-com", "Costa": "costa", "LLC": "llc", "(x)": "x", "株式会社はてな": "はてな", "": "", "?!": "",
	} {
		if got := OrganizationID(name); got != want {
			t.Errorf("OrganizationID(%q) = %q, want %q", name, got, want)
		}
	}
	for from, to := range spellings {
		if again, ok := spellings[to]; ok || OrganizationID(to) != to {
			t.Errorf("%q is called %q, which is called %q", from, to, again)
		}
	}
}
